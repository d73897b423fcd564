import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Temporal } from 'temporal-polyfill';

interface GreetingProps {
  name: string;
  now: string;
  zone: string;
}

/** By the clock on the reader's wall. */
export function Greeting({ name, now, zone }: GreetingProps) {
  const t = useTranslations('home.greeting');
  const { hour } = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return t.rich(part, { name, bdi: (chunks: ReactNode) => <bdi>{chunks}</bdi> });
}
