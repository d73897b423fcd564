'use client';
import type { ReactNode } from 'react';
import { controlClass, FieldFrame, useControl } from './field-frame';

export interface Choice {
  value: string;
  label: string;
}

interface SelectFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optionalLabel?: string;
  choices: readonly Choice[];
  required?: boolean;
  defaultValue?: string;
}

export function SelectField({
  name,
  label,
  hint,
  optionalLabel,
  choices,
  required,
  defaultValue,
}: SelectFieldProps) {
  const { value, attributes } = useControl(name, hint !== undefined);
  const start = value ?? defaultValue;
  return (
    <FieldFrame name={name} label={label} hint={hint} optionalLabel={optionalLabel}>
      {/* The key: React resets a form after its action to the first default; a new element starts from the new one. */}
      <select
        key={start}
        {...attributes}
        required={required}
        defaultValue={start}
        className={`${controlClass} ps-2`}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
