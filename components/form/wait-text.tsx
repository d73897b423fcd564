'use client';
import { clockTime } from '#components/ui/clock-time';

interface WaitTextProps {
  left: number | null;
  labels: { retryIn: string; retryNow: string };
}

/** The figures are for the eye: who listens has heard the sentence above, and hears when the time is over. */
export function WaitText({ left, labels }: WaitTextProps) {
  if (left === null) return null;
  return (
    <p role="status" className="font-semibold tabular-nums">
      {left === 0 ? (
        labels.retryNow
      ) : (
        <span aria-hidden>
          {labels.retryIn} {clockTime(left)}
        </span>
      )}
    </p>
  );
}
