'use client';
import type { ReactNode } from 'react';
import { buttonClass } from './button-class';

export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className={buttonClass('secondary', 'no-print')} onClick={() => window.print()}>
      {children}
    </button>
  );
}
