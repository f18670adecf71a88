'use client';

import { Button } from '@/components/ui/button';

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <div className="mx-auto w-full max-w-[68ch] px-4 py-16 sm:px-6">
      <h1 className="font-reading text-display font-semibold tracking-tight">This page could not be shown</h1>
      <p className="mt-3 font-reading text-reading text-muted">
        What you wrote is safe: it is on the server or on this device, and is there again when the page opens.
        {error.digest ? ` The server's log has the cause under ${error.digest}.` : ''}
      </p>
      <p className="mt-6">
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
      </p>
    </div>
  );
}
