'use client';

import { createContext, type ReactNode, use, useCallback, useSyncExternalStore } from 'react';
import { UnsentTexts } from './unsent-texts';

/** Made once for a person in this tab: going to another page and back finds what was typed still there. */
const opened = new Map<string, UnsentTexts>();

function textsOf(personId: string): UnsentTexts {
  const known = opened.get(personId);
  if (known) return known;
  const texts = new UnsentTexts(personId);
  // On the server everybody's pages are drawn in one process: there nothing is opened and nothing remembered.
  if (typeof window === 'undefined') return texts;
  opened.set(personId, texts);
  void texts.open();
  return texts;
}

const PersonContext = createContext<string | null>(null);

/** Says who types here. */
export function PersonWhoTypes({ id, children }: { id: string; children: ReactNode }) {
  return <PersonContext value={id}>{children}</PersonContext>;
}

/** The id of the person who types here. */
export function usePersonWhoTypes(): string {
  const id = use(PersonContext);
  if (id === null) throw new Error('What is typed here is kept by person: it needs a PersonWhoTypes around it.');
  return id;
}

export interface UnsentText {
  /** What the box shows. */
  readonly text: string;
  /** It is another text than what is stored. */
  readonly isUnsent: boolean;
  /** This device has it. */
  readonly isKept: boolean;
  readonly deviceFailed: boolean;
  type(text: string): void;
  /** Once it was sent, or is not wanted; wait for it before saying that it was sent. */
  settle(): Promise<void>;
}

/**
 * A text that waits for the press of a button; see `UnsentTexts`.
 *
 * @param name of the box, the same after a reload.
 * @param stored what the server has, where the box changes something.
 */
export function useUnsentText(name: string, stored = ''): UnsentText {
  const texts = textsOf(usePersonWhoTypes());
  const unsent = useSyncExternalStore(
    texts.subscribe,
    () => texts.textOf(name),
    () => null,
  );
  const isKept = useSyncExternalStore(
    texts.subscribe,
    () => texts.isKept(name),
    () => false,
  );
  const deviceFailed = useSyncExternalStore(
    texts.subscribe,
    () => texts.deviceFailed,
    () => false,
  );
  const type = useCallback((next: string) => texts.type(name, next === stored ? null : next), [texts, name, stored]);
  const settle = useCallback(() => texts.settle(name), [texts, name]);
  return { text: unsent ?? stored, isUnsent: unsent !== null, isKept, deviceFailed, type, settle };
}

/** Says where a text is that was typed and not sent. */
export function UnsentLine({ unsent: { isUnsent, isKept, deviceFailed } }: { unsent: UnsentText }) {
  if (!isUnsent || !(isKept || deviceFailed)) return null;
  return (
    <p className={`no-print text-small ${deviceFailed ? 'text-danger' : 'text-muted'}`}>
      {deviceFailed ? 'In this tab only: this browser keeps no drafts.' : 'On this device only, not sent yet.'}
    </p>
  );
}
