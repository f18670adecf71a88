'use client';

import type { ReactNode } from 'react';
import { useIsLit } from '@/components/answers/answer-marks';
import { useDesk } from './desk-context';
import { type ItemId, itemElementId } from './desk-items';

/** One thing on the desk that the keys can act on: where it is, whether it is pointed at, whether it is the one in hand. */
export function DeskItem({
  item,
  label,
  as: Element = 'li',
  className = '',
  marks = [item],
  children,
}: {
  item: ItemId;
  /** What a screen reader says when the focus comes here. */
  label: string;
  as?: 'li' | 'div' | 'section';
  className?: string;
  /** Ids of the words that belong to it. */
  marks?: readonly string[];
  children: ReactNode;
}) {
  const { lit, current, setCurrent } = useDesk();
  const isLit = useIsLit(lit, marks);
  return (
    <Element
      id={itemElementId(item)}
      data-item={item}
      data-current={current === item}
      data-lit={isLit}
      tabIndex={-1}
      role={Element === 'li' ? undefined : 'group'}
      aria-label={label}
      className={`desk-item ${className}`}
      onMouseEnter={() => lit.light(marks[0] ?? null)}
      onMouseLeave={() => lit.light(null)}
      onFocus={() => {
        setCurrent(item);
        lit.light(marks[0] ?? null);
      }}
      onBlur={() => lit.light(null)}
      onPointerDown={() => setCurrent(item)}
    >
      {children}
    </Element>
  );
}
