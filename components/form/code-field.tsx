import type { ReactNode } from 'react';
import { TextField } from './text-field';

interface CodeFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** Six figures from an app. Phones and password managers fill it in by `one-time-code`; spaces are the server's to drop. */
export function CodeField({ name, label, hint }: CodeFieldProps) {
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      look="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      spellCheck={false}
      required
    />
  );
}
