'use client';
import { useEffect, useState } from 'react';
import { clockTime } from '#components/ui/clock-time';

interface HoldClockProps {
  /** How long the time was still kept when the page was made. */
  seconds: number;
  labels: { left: string; over: string };
}

/** Counts down how long a time is kept. Only its end is told aloud. */
export function HoldClock({ seconds, labels }: HoldClockProps) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const endsAt = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <>
      <span aria-hidden className="tabular-nums">
        {left > 0 && ` ${labels.left.replace('{time}', clockTime(left))}`}
      </span>
      <span role="status">{left === 0 && ` ${labels.over}`}</span>
    </>
  );
}
