'use client';
import type { ReactNode } from 'react';
import { useControl } from './field-frame';
import { useField } from './form-context';

interface CheckFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** Yes or no, sent as `true` or not at all. The words are part of the target. */
export function CheckField({ name, label, hint }: CheckFieldProps) {
  const { value, attributes } = useControl(name, hint !== undefined);
  const { hintId } = useField(name);
  return (
    <div className="flex items-start gap-3">
      <input
        type="checkbox"
        value="true"
        defaultChecked={value === 'true'}
        className="mt-3 size-5 shrink-0 accent-primary compact:mt-1"
        {...attributes}
      />
      <div>
        <label
          htmlFor={attributes.id}
          className="block min-h-11 content-center font-semibold compact:min-h-6"
        >
          {label}
        </label>
        {hint && (
          <p id={hintId} className="text-base text-muted dense:text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
