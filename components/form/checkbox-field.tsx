'use client';
import type { ReactNode } from 'react';
import { FieldErrors, useControl } from './field-frame';

interface CheckboxFieldProps {
  name: string;
  label: ReactNode;
  value?: string;
  defaultChecked?: boolean;
}

export function CheckboxField({ name, label, value = 'on', defaultChecked = false }: CheckboxFieldProps) {
  const { value: typed, attributes } = useControl(name, false);
  const checked = typed === undefined ? defaultChecked : typed === value;
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3 compact:min-h-8">
        <input
          key={String(checked)}
          {...attributes}
          type="checkbox"
          value={value}
          defaultChecked={checked}
          className="size-5 shrink-0 accent-primary"
        />
        <span>{label}</span>
      </label>
      <FieldErrors name={name} />
    </div>
  );
}
