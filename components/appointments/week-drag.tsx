'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { dragVisits } from './drag-visits';
import type { ShownHours } from './drop-place';

/** Where the visit that is being dragged would drop. By the keyboard a visit is moved with `m`. */
export function WeekDrag({ first, last }: ShownHours) {
  const ghost = useRef<HTMLDivElement>(null);
  const router = useRouter();
  useEffect(
    () =>
      ghost.current ? dragVisits(ghost.current, { first, last }, (href) => router.push(href)) : undefined,
    [router, first, last],
  );
  return (
    <div
      ref={ghost}
      hidden
      aria-hidden
      data-ghost
      className="pointer-events-none fixed z-40 rounded-field border-2 border-primary bg-primary-soft px-1.5 text-xs font-semibold text-primary-ink tabular-nums"
    />
  );
}
