'use client';
import { use } from 'react';
import { FormContext } from '#components/form/form-context';
import { RadioCards } from '#components/form/radio-cards';

interface TimeChoiceProps {
  startsAt: string;
  /** Other free times of that day. */
  others: readonly { value: string; label: string }[];
  labels: { legend: string; none: string };
}

/** The chosen time; once it was refused, the others, so that what was typed is kept while one takes another. */
export function TimeChoice({ startsAt, others, labels }: TimeChoiceProps) {
  const { state } = use(FormContext);
  const refused = (state.errors ?? []).some(
    ({ code, path }) => code === 'slot_taken' || path === 'scheduled_at',
  );
  if (!refused) return <input type="hidden" name="scheduled_at" value={startsAt} />;
  if (others.length === 0) return <p>{labels.none}</p>;
  return <RadioCards name="scheduled_at" legend={labels.legend} options={others} look="grid" />;
}
