/** Hours on a day: of a doctor, or of a site with its own names for the two ends. */
export interface SpanOfDay {
  readonly weekday?: number | undefined;
  readonly starts: string;
  readonly ends: string;
  readonly break_starts?: string | null | undefined;
  readonly break_ends?: string | null | undefined;
  readonly in_person?: boolean | undefined;
  readonly video?: boolean | undefined;
}

interface SpanFault {
  readonly index: number;
  readonly field: 'starts' | 'ends' | 'break_starts' | 'break_ends' | 'in_person';
  readonly code: 'required' | 'ends_before_start' | 'outside_hours' | 'overlapping_hours' | 'no_mode';
}

/** All that is wrong with spans which hold side by side. 'HH:MM' compares as text. */
export function spanFaults(spans: readonly SpanOfDay[]): SpanFault[] {
  return spans.flatMap((span, index) => [
    ...faultsOf(span).map((fault) => ({ index, ...fault })),
    ...(spans.slice(0, index).some((other) => meet(other, span))
      ? [{ index, field: 'starts', code: 'overlapping_hours' } as const]
      : []),
  ]);
}

function faultsOf(span: SpanOfDay): Omit<SpanFault, 'index'>[] {
  if (span.ends <= span.starts) return [{ field: 'ends', code: 'ends_before_start' }];
  const isForNobody = span.in_person === false && span.video === false;
  return [...breakFaults(span), ...(isForNobody ? [{ field: 'in_person', code: 'no_mode' } as const] : [])];
}

function breakFaults({ starts, ends, break_starts, break_ends }: SpanOfDay): Omit<SpanFault, 'index'>[] {
  if (!break_starts && !break_ends) return [];
  if (!break_starts) return [{ field: 'break_starts', code: 'required' }];
  if (!break_ends) return [{ field: 'break_ends', code: 'required' }];
  if (break_ends <= break_starts) return [{ field: 'break_ends', code: 'ends_before_start' }];
  if (break_starts < starts) return [{ field: 'break_starts', code: 'outside_hours' }];
  return break_ends > ends ? [{ field: 'break_ends', code: 'outside_hours' }] : [];
}

const meet = (one: SpanOfDay, other: SpanOfDay) =>
  one.weekday === other.weekday && one.starts < other.ends && other.starts < one.ends;
