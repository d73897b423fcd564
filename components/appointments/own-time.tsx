'use client';
import { useEffect, useState } from 'react';

interface Clocks {
  /** An instant. */
  at: string;
  /** Of the clinic. */
  zone: string;
  /** By whose clock the reader wants to read; else that of their browser is meant. */
  ownZone?: string | null;
  locale: string;
}

interface OwnTimeProps extends Clocks {
  /** With `{time}` to be filled in. */
  label: string;
  className?: string;
}

/** The same moment by the reader's own clock, where that shows another hour than the clinic's. */
export function OwnTime({
  at,
  zone,
  ownZone,
  locale,
  label,
  className = 'text-xs font-normal',
}: OwnTimeProps) {
  const [time, setTime] = useState<string | null>(null);
  useEffect(() => setTime(differingTime({ at, zone, ownZone, locale })), [at, zone, ownZone, locale]);
  if (time === null) return null;
  return <span className={`block ${className}`}>{label.replace('{time}', time)}</span>;
}

/** What the reader's clock shows, with its day; null where that of the clinic shows the same. */
export function differingTime({ at, zone, ownZone, locale }: Clocks): string | null {
  const shown = (timeZone?: string | null) =>
    new Intl.DateTimeFormat(locale, {
      ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      ...(timeZone && { timeZone }),
    }).format(Date.parse(at));
  const own = shown(ownZone);
  return own === shown(zone) ? null : own;
}
