'use client';
import type { ReactNode } from 'react';
import { controlClass, FieldFrame, useControl } from './field-frame';

interface TextAreaFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optionalLabel?: string;
  rows?: number;
  maxLength?: number;
  required?: boolean;
  defaultValue?: string;
}

export function TextAreaField({
  name,
  label,
  hint,
  optionalLabel,
  rows = 3,
  defaultValue,
  ...native
}: TextAreaFieldProps) {
  const { value, attributes } = useControl(name, hint !== undefined);
  return (
    <FieldFrame name={name} label={label} hint={hint} optionalLabel={optionalLabel}>
      <textarea
        {...native}
        {...attributes}
        rows={rows}
        defaultValue={value ?? defaultValue}
        className={controlClass}
      />
    </FieldFrame>
  );
}
