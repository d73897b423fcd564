'use client';
import { SubmitButton } from '#components/ui/submit-button';
import type { FormState } from './form-state';

export interface NewerVersionLabels {
  field: string;
  theirs: string;
  yours: string;
  empty: string;
  same: string;
  save: string;
}

interface NewerVersionProps {
  state: FormState;
  /** Labels of the fields that are compared, by their names. */
  fields: Readonly<Record<string, string>>;
  labels: NewerVersionLabels;
}

/**
 * Two people have changed the same thing. The second sees both side by side, keeps what they typed in the fields below,
 * and decides; the version that they have seen goes with the button.
 */
export function NewerVersion({ state: { newer, values = {} }, fields, labels }: NewerVersionProps) {
  if (!newer) return null;
  const differing = Object.keys(fields).filter((name) => (newer.values[name] ?? '') !== (values[name] ?? ''));
  const shown = differing.filter((name) => name !== 'reason');
  return (
    <section className="card-edge flex flex-col gap-4 rounded-card bg-warn-soft p-5" aria-label={newer.title}>
      <div>
        <h2 className="font-semibold text-warn-ink">{newer.title}</h2>
        <p>{newer.text}</p>
        {newer.reason && <p className="mt-1">{newer.reason}</p>}
      </div>
      {shown.length === 0 ? (
        <p>{labels.same}</p>
      ) : (
        <table className="w-full text-start">
          <thead>
            <tr>
              {[labels.field, labels.theirs, labels.yours].map((label) => (
                <th key={label} scope="col" className="py-1 pe-3 text-start">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((name) => (
              <tr key={name} className="border-line border-t align-top">
                <th scope="row" className="py-2 pe-3 text-start font-semibold">
                  {fields[name]}
                </th>
                {[newer.values[name], values[name]].map((value, at) => (
                  <td
                    key={at === 0 ? 'theirs' : 'yours'}
                    className="whitespace-pre-wrap py-2 pe-3 wrap-break-word"
                  >
                    {value || <span className="text-muted">{labels.empty}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SubmitButton name="expected_version" value={String(newer.version)} tone="secondary">
        {labels.save}
      </SubmitButton>
    </section>
  );
}
