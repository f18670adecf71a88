import type { ReactNode } from 'react';
import '../board.css';
import './attempts.css';

export default function AttemptsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-[1200px] has-[[data-page=workspace]]:max-w-[1440px] px-4 py-10 sm:px-6 sm:py-14 print:p-0">
      {children}
    </div>
  );
}
