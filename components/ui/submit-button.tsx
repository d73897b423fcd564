'use client';
import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonTone, buttonClass } from './button-class';

interface SubmitButtonProps {
  children: ReactNode;
  tone?: ButtonTone;
  /** Said while the answer is on its way. */
  pendingLabel?: string;
  className?: string;
  name?: string;
  value?: string;
}

/** Submits its form. A second press while one is running does nothing; the button keeps focus all the same. */
export function SubmitButton({ children, tone, pendingLabel, className, name, value }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={buttonClass(tone, className)}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  );
}
