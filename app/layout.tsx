import type { Metadata, Viewport } from 'next';
import { lazy, type ReactNode } from 'react';
import { SiteFooter } from '@/components/site/footer';
import { SiteHeader } from '@/components/site/header';
import { fontVariables } from './fonts';
import './globals.css';

/** A build has a picture of every diagram, so there it is not even loaded. */
const DrawMissingDiagrams =
  process.env.NODE_ENV === 'development' ? lazy(() => import('@/components/diagram/draw-missing-diagrams')) : null;

export const metadata: Metadata = {
  title: { default: 'Warmstart: practise ML system design interviews', template: '%s · Warmstart' },
  description:
    'Work machine-learning system design cases through the seven steps of an interview, then hold your answer against a worked one.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#101318' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <SiteHeader />
        <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
          {children}
        </main>
        <SiteFooter />
        {DrawMissingDiagrams && <DrawMissingDiagrams />}
      </body>
    </html>
  );
}
