'use client';
import { type ReactNode, use } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonTone, buttonClass } from './button-class';
import { SubmitWait } from './submit-wait';

interface SubmitButtonProps {
  children: ReactNode;
  tone?: ButtonTone;
  /** Said while the answer is on its way. */
  pendingLabel?: string;
  className?: string;
  name?: string;
  value?: string;
}

/** Submits its form. A second press while one is running, or before its time, does nothing; the button keeps focus all the same. */
export function SubmitButton({ children, tone, pendingLabel, className, name, value }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  const isOff = use(SubmitWait) || pending;
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={buttonClass(tone, className)}
      aria-disabled={isOff || undefined}
      onClick={(event) => isOff && event.preventDefault()}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  );
}
