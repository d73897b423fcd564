import autocannon from 'autocannon';
import type { Read } from './traffic';

export interface Target {
  name: string;
  origin: string;
  tokenOf(read: Read): string;
}

/** One run against one target. */
export interface Sample {
  perSecond: number;
  p99: number;
  errors: number;
}

/** Loads one target with so many clients, each of which asks again as soon as it has its answer. */
export async function load(
  { origin, tokenOf }: Target,
  traffic: readonly Read[],
  connections: number,
  seconds: number,
): Promise<Sample> {
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: traffic.map((read) => ({
      method: 'GET',
      path: `/api/v1/records/${read.recordId}`,
      headers: { authorization: `Bearer ${tokenOf(read)}` },
    })),
  });
  return {
    perSecond: result.requests.total / result.duration,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors + result.timeouts,
  };
}

/** The middle of the rounds; errors are summed, because one is too many. */
export function median(samples: readonly Sample[]): Sample {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return {
    perSecond: middle(samples.map(({ perSecond }) => perSecond)),
    p99: middle(samples.map(({ p99 }) => p99)),
    errors: samples.reduce((sum, { errors }) => sum + errors, 0),
  };
}
