'use client';
import { use } from 'react';
import { FormContext } from '#components/form/form-context';
import { SubmitButton } from '#components/ui/submit-button';
import type { OwnClock } from './own-clock';
import { OwnTime } from './own-time';

interface NearestTimesProps {
  title: string;
  /** For patients: beside the clock of the clinic. */
  own?: OwnClock | undefined;
}

/**
 * Once a time was refused: the nearest others, each a button of the same form. They stand after the form's own, as Enter
 * in a field presses the first that there is.
 */
export function NearestTimes({ title, own }: NearestTimesProps) {
  const { state, formId } = use(FormContext);
  if (!state.nearest?.length) return null;
  return (
    <section aria-labelledby={`${formId}-nearest`} className="flex flex-col gap-2">
      <p id={`${formId}-nearest`} className="font-semibold">
        {title}
      </p>
      <ul className="flex flex-wrap gap-2">
        {state.nearest.map(({ value, label, zone }) => (
          <li key={value}>
            <SubmitButton name="scheduled_at" value={value} className="flex-col gap-0 tabular-nums">
              {label}
              {own && <OwnTime at={value} zone={zone} {...own} />}
            </SubmitButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
