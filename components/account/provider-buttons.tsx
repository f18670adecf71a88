'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { PROVIDER_NAMES, type Provider } from '@/lib/core/account-api';
import { sendRequest } from './send-request';

/** The ways in by somebody else's account, where this installation has keys for them. */
export function ProviderButtons({ providers, next }: { providers: readonly Provider[]; next: string }) {
  const hydrated = useHydrated();
  const [leaving, setLeaving] = useState<Provider | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function leave(provider: Provider) {
    setLeaving(provider);
    setError(null);
    const body = { provider, callbackURL: next };
    const outcome = await sendRequest<{ url: string }>('POST', '/api/auth/sign-in/social', body);
    if (outcome.ok) {
      window.location.assign(outcome.reply.url);
      return;
    }
    setError(outcome.message);
    setLeaving(null);
  }

  return (
    <div className="flex flex-wrap gap-3">
      {providers.map((provider) => (
        <Button key={provider} busy={leaving !== null} disabled={!hydrated} onClick={() => leave(provider)}>
          Continue with {PROVIDER_NAMES[provider]}
        </Button>
      ))}
      <p role="alert" className="basis-full text-danger empty:hidden">
        {error}
      </p>
    </div>
  );
}
