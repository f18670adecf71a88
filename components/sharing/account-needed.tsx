import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { signInPath } from '@/lib/core/next-path';

/** Why this needs an account, and the way there and back. `next`: a path of this site. */
export function AccountNeeded({ next, children }: { next: string; children: ReactNode }) {
  return (
    <>
      <p className="max-w-[66ch]">{children}</p>
      <p className="mt-4">
        <Link href={signInPath(next)} prefetch={false} className={buttonClass('primary')}>
          Sign in or create an account
        </Link>
      </p>
    </>
  );
}
