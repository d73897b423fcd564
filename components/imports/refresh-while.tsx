'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMilliseconds = 2000;

/** Asks the page again while what it tells of goes on. Without its script a link does the same. */
export function RefreshWhile() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMilliseconds);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
