'use client';
import { useEffect, useState } from 'react';
import type { FormState } from './form-state';

/** How many seconds the form has to wait yet, counted down; null where nothing asked it to wait. */
export function useWait(state: FormState): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const { retryAfterSeconds } = state;
    setLeft(retryAfterSeconds ?? null);
    if (retryAfterSeconds === undefined) return;
    const endsAt = performance.now() + retryAfterSeconds * 1000;
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [state]);
  return left;
}
