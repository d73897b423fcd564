import type { ReactNode } from 'react';

export type BadgeTone = 'neutral' | 'primary' | 'ok' | 'warn' | 'danger' | 'info';

const tones: Record<BadgeTone, string> = {
  neutral: 'border-border bg-sunken text-muted',
  primary: 'border-transparent bg-primary-soft text-primary-ink',
  ok: 'border-transparent bg-ok-soft text-ok-ink',
  warn: 'border-transparent bg-warn-soft text-warn-ink',
  danger: 'border-transparent bg-danger-soft text-danger-ink',
  info: 'border-transparent bg-info-soft text-info-ink',
};

/** A status: one or two words, its colour never the only sign. */
export function Badge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={`card-edge inline-flex shrink-0 items-center rounded-pill border px-2.5 py-0.5 text-sm font-semibold dense:px-2 dense:py-px dense:text-xs ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
