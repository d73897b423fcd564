'use client';
import { useState } from 'react';
import { buttonClass } from './button-class';

interface CopyButtonProps {
  text: string;
  label: string;
  doneLabel: string;
}

/** Shown beside text that can also be selected by hand, so nothing is lost where the clipboard is refused. */
export function CopyButton({ text, label, doneLabel }: CopyButtonProps) {
  const [done, setDone] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setDone(true),
      () => setDone(false),
    );
  return (
    <button type="button" className={buttonClass('secondary')} onClick={copy}>
      <span aria-live="polite">{done ? doneLabel : label}</span>
    </button>
  );
}
