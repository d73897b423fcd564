'use client';
import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { madeRoomMark } from '#lib/platform/paths';

/** What it holds is shown on the first page after a sign-in that ended others, and on no later one. */
export function MadeRoom({ children }: { children: ReactNode }) {
  return useSearchParams().has(madeRoomMark) && <div className="mb-6">{children}</div>;
}
