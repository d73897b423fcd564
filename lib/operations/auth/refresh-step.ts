import { refreshFamily } from '#lib/auth/refresh-family';
import { ofRefresh } from '#lib/auth/throttle-keys';
import type { Clock } from '#lib/platform/clock';
import type { RequestFacts } from '../kernel/caller';
import { spend } from '../kernel/throttle';

interface Preparation {
  readonly input: { readonly refresh_token: string };
  readonly request: RequestFacts;
  readonly clock: Clock;
}

/** Counts the use against the token's family, which only a look can tell. */
export async function prepareRefresh({ input, request, clock }: Preparation): Promise<void> {
  const now = clock.now();
  const family = await refreshFamily(input.refresh_token, { now, requestId: request.requestId });
  await spend(ofRefresh(family, request.ip), now);
}
