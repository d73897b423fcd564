'use client';
import Link, { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';

type PageLinkProps = Omit<ComponentProps<typeof Link>, 'prefetch' | 'style'>;

/**
 * Every link between our pages. Never prefetched: opening a page of a record is an audited act, hovering a link is
 * not. Until the next page is there the present one stays, with a line on top once it takes longer than 300 ms.
 */
export function PageLink({ children, ...rest }: PageLinkProps) {
  return (
    <Link {...rest} prefetch={false}>
      {children}
      <Pending />
    </Link>
  );
}

function Pending() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span
      aria-hidden
      className="skeleton-late pointer-events-none fixed inset-x-0 top-0 z-50 h-1 bg-primary"
    />
  );
}
