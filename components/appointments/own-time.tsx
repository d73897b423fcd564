'use client';
import { useEffect, useState } from 'react';

interface OwnTimeProps {
  /** An instant. */
  at: string;
  /** Of the clinic. */
  zone: string;
  locale: string;
  /** With `{time}` to be filled in. */
  label: string;
}

/** The same moment by the reader's own clock, where that shows another hour than the clinic's. */
export function OwnTime({ at, zone, locale, label }: OwnTimeProps) {
  const [time, setTime] = useState<string | null>(null);
  useEffect(() => {
    const shown = (timeZone?: string) =>
      new Intl.DateTimeFormat(locale, {
        ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
        ...(timeZone && { timeZone }),
      }).format(Date.parse(at));
    const own = shown();
    setTime(own === shown(zone) ? null : own);
  }, [at, zone, locale]);
  if (time === null) return null;
  return <span className="block text-xs font-normal">{label.replace('{time}', time)}</span>;
}
