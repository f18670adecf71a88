import type { ReactNode } from 'react';

export default function QueueLayout({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-[1200px] px-4 py-10 sm:px-6 sm:py-14 print:p-0">{children}</div>;
}
