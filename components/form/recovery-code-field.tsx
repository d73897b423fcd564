import type { ReactNode } from 'react';
import { TextField } from './text-field';

interface RecoveryCodeFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** A code from paper: letters and figures, so no number pad, and nothing that a phone would correct. */
export function RecoveryCodeField({ name, label, hint }: RecoveryCodeFieldProps) {
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      look="code"
      autoComplete="off"
      maxLength={24}
      spellCheck={false}
      required
    />
  );
}
