'use client';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { largestFormFileBytes } from '#lib/domain/file-size';
import { controlClass, FieldFrame, useControl } from './field-frame';

interface FileFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What the browser offers first; what is taken is decided where the file arrives. */
  accept: string;
  /** Said at once, and the file is let go: nothing is sent in vain. */
  tooLarge: string;
  required?: boolean;
}

export function FileField({ name, label, hint, accept, tooLarge, required }: FileFieldProps) {
  const { attributes } = useControl(name, hint !== undefined);
  const [isTooLarge, setTooLarge] = useState(false);
  const look = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const large = (target.files?.[0]?.size ?? 0) > largestFormFileBytes;
    if (large) target.value = '';
    setTooLarge(large);
  };
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      <input
        {...attributes}
        type="file"
        accept={accept}
        required={required}
        onChange={look}
        className={`${controlClass} file:me-3 file:rounded-field file:border-0 file:bg-sunken file:px-3 file:py-1.5 file:font-semibold file:text-ink`}
      />
      <p role="alert" className="font-semibold text-danger-ink empty:hidden">
        {isTooLarge ? tooLarge : null}
      </p>
    </FieldFrame>
  );
}
