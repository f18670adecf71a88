'use client';

import { createContext, type Dispatch, type ReactNode, type SetStateAction, useState } from 'react';
import type { DeskSection } from './desk-items';

type ChosenSection = readonly [DeskSection | null, Dispatch<SetStateAction<DeskSection | null>>];

/** The section that the reader went to, null before they went anywhere; without one above it a desk keeps its own. */
export const SectionContext = createContext<ChosenSection | null>(null);

/** Keeps the section in view while the desk in it becomes another one: begun, published, or with a file taken in. */
export function KeepSection({ children }: { children: ReactNode }) {
  const [chosen, choose] = useState<DeskSection | null>(null);
  return <SectionContext value={[chosen, choose]}>{children}</SectionContext>;
}
