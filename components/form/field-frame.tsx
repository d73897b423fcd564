'use client';
import type { ReactNode } from 'react';
import { useField } from './form-context';

interface FieldFrameProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optionalLabel?: string;
  children: ReactNode;
}

export const controlClass =
  'control-edge block w-full min-h-11 rounded-field border border-control bg-surface px-3 py-2 text-base text-ink aria-invalid:border-2 aria-invalid:border-danger compact:min-h-9 compact:py-1 compact:text-sm';

/** Label above, hint, the control, its errors under it. */
export function FieldFrame({ name, label, hint, optionalLabel, children }: FieldFrameProps) {
  const { id, hintId } = useField(name);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label} {optionalLabel && <span className="font-normal text-muted">{optionalLabel}</span>}
      </label>
      {hint && (
        <p id={hintId} className="text-base text-muted dense:text-sm">
          {hint}
        </p>
      )}
      {children}
      <FieldErrors name={name} />
    </div>
  );
}

export function FieldErrors({ name }: { name: string }) {
  const { errorId, messages } = useField(name);
  if (messages.length === 0) return null;
  return (
    <ul id={errorId} className="flex flex-col gap-0.5 font-semibold text-danger-ink">
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

/** What ties a control to its hint and errors. */
export function useControl(name: string, hasHint: boolean) {
  const { id, hintId, errorId, messages, value } = useField(name);
  const described = [hasHint && hintId, messages.length > 0 && errorId].filter(Boolean).join(' ');
  return {
    value,
    attributes: {
      id,
      name,
      'aria-describedby': described || undefined,
      'aria-invalid': messages.length > 0 || undefined,
    },
  };
}
