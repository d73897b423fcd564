'use client';
import { buttonClass } from './button-class';

/** The browser's own menu prints as well; this one is found sooner. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className={buttonClass('secondary')} onClick={() => window.print()}>
      {label}
    </button>
  );
}
