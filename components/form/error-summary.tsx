'use client';
import { useEffect, useRef } from 'react';
import { fieldId } from './form-context';
import type { FormState } from './form-state';

interface ErrorSummaryProps {
  state: FormState;
  formId: string;
  title: string;
  /** Labels by field. */
  fields: Readonly<Record<string, string>> | undefined;
}

/** On top of the form, takes focus, and leads to each field with its label and its own words (GOV.UK design system). */
export function ErrorSummary({ state, formId, title, fields }: ErrorSummaryProps) {
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer takes focus, also the same one again
  useEffect(() => ref.current?.focus(), [state]);
  const errors = (state.errors ?? []).filter((error) => error.path !== '' || error.message !== state.message);
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="control-edge rounded-field border-2 border-danger bg-surface p-4"
    >
      <p className="font-bold">{title}</p>
      {state.message && <p className="mt-1">{state.message}</p>}
      {state.link && (
        <a
          href={state.link.href}
          target="_blank"
          rel="noopener"
          className="mt-2 inline-block font-semibold text-primary-ink underline underline-offset-4"
        >
          {state.link.label}
        </a>
      )}
      {errors.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1">
          {errors.map((error) => (
            <li key={`${error.path} ${error.code}`}>
              {error.path === '' ? (
                <span className="text-danger-ink">{error.message}</span>
              ) : (
                <a
                  href={`#${fieldId(formId, error.path)}`}
                  className="font-semibold text-danger-ink underline underline-offset-4"
                >
                  {fields?.[error.path] && `${fields[error.path]}: `}
                  {error.message}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
