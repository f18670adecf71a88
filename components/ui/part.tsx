import type { ReactNode } from 'react';

/** One part of a page of settings: what it is for on the left, what can be done on the right. */
export function Part({
  id,
  title,
  text,
  level = 'h2',
  className = '',
  children,
}: {
  id: string;
  title: string;
  text?: ReactNode;
  level?: 'h2' | 'h3';
  className?: string;
  children: ReactNode;
}) {
  const Heading = level;
  return (
    <section
      aria-labelledby={id}
      className={`grid gap-x-10 gap-y-4 border-t border-rule py-6 md:grid-cols-[240px_minmax(0,1fr)] ${className}`}
    >
      <div>
        <Heading
          id={id}
          className={level === 'h2' ? 'font-reading text-title font-semibold' : 'text-large font-semibold'}
        >
          {title}
        </Heading>
        {text && <div className="mt-1 text-muted">{text}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
