'use client';
import { use, useState } from 'react';
import { FormContext } from '#components/form/form-context';
import type { FormState } from '#components/form/form-state';
import { RadioCards } from '#components/form/radio-cards';
import type { OwnClock } from './own-clock';
import { OwnTime } from './own-time';

interface TimeChoiceProps {
  startsAt: string;
  labels: { legend: string; none: string };
  /** For patients: beside the clock of the clinic. */
  own?: OwnClock | undefined;
}

/**
 * The chosen time; once it was refused, the nearest others, so that what was typed is kept while one takes another. They
 * stay when something else is refused next.
 */
export function TimeChoice({ startsAt, labels, own }: TimeChoiceProps) {
  const { state } = use(FormContext);
  const offered = useLastOffered(state);
  if (offered) {
    return (
      <RadioCards
        name="scheduled_at"
        legend={labels.legend}
        options={offered.map(({ value, label, zone }) => ({
          ...{ value, label },
          detail: own && <OwnTime at={value} zone={zone} {...own} />,
        }))}
        defaultValue={offered[0]?.value}
      />
    );
  }
  const refused = (state.errors ?? []).some(
    ({ code, path }) => code === 'slot_taken' || path === 'scheduled_at',
  );
  if (refused) return <p>{labels.none}</p>;
  return <input type="hidden" name="scheduled_at" value={startsAt} />;
}

function useLastOffered({ nearest }: FormState): FormState['nearest'] {
  const [last, setLast] = useState(nearest);
  if (!nearest?.length) return last?.length ? last : undefined;
  if (nearest !== last) setLast(nearest);
  return nearest;
}
