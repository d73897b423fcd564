'use client';
import type { ComponentProps, ReactNode } from 'react';
import { controlClass, FieldFrame, useControl } from './field-frame';

type Native = Pick<
  ComponentProps<'input'>,
  'autoComplete' | 'inputMode' | 'maxLength' | 'required' | 'spellCheck' | 'list' | 'min' | 'max' | 'step'
>;

export interface TextFieldProps extends Native {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optionalLabel?: string;
  type?: 'text' | 'email' | 'tel' | 'date' | 'search' | 'time' | 'datetime-local';
  defaultValue?: string;
  /** `code`: wide figures for one-time codes. */
  look?: 'plain' | 'code';
}

export function TextField({
  name,
  label,
  hint,
  optionalLabel,
  type = 'text',
  defaultValue,
  look = 'plain',
  ...native
}: TextFieldProps) {
  const { value, attributes } = useControl(name, hint !== undefined);
  const extra = look === 'code' ? 'max-w-44 font-mono text-2xl tracking-[0.2em] compact:text-xl' : '';
  return (
    <FieldFrame name={name} label={label} hint={hint} optionalLabel={optionalLabel}>
      <input
        {...native}
        {...attributes}
        type={type}
        defaultValue={value ?? defaultValue}
        className={`${controlClass} ${extra}`}
      />
    </FieldFrame>
  );
}
