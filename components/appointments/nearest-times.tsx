'use client';
import { use } from 'react';
import { FormContext } from '#components/form/form-context';
import { SubmitButton } from '#components/ui/submit-button';

/**
 * Once a time was refused: the nearest others, each a button of the same form. They stand after the form's own, as Enter
 * in a field presses the first that there is.
 */
export function NearestTimes({ title }: { title: string }) {
  const { state, formId } = use(FormContext);
  if (!state.nearest?.length) return null;
  return (
    <section aria-labelledby={`${formId}-nearest`} className="flex flex-col gap-2">
      <p id={`${formId}-nearest`} className="font-semibold">
        {title}
      </p>
      <ul className="flex flex-wrap gap-2">
        {state.nearest.map(({ value, label }) => (
          <li key={value}>
            <SubmitButton name="scheduled_at" value={value} className="tabular-nums">
              {label}
            </SubmitButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
