import Link from 'next/link';
import type { ReactNode } from 'react';

interface TextLinkProps {
  href: string;
  className?: string;
  children: ReactNode;
}

export const textLinkClass =
  'font-semibold text-primary-ink underline decoration-1 underline-offset-4 hover:decoration-2';

/** A link in running text. Never prefetched: see ButtonLink. */
export function TextLink({ href, className = '', children }: TextLinkProps) {
  return (
    <Link href={href} prefetch={false} className={`${textLinkClass} ${className}`.trimEnd()}>
      {children}
    </Link>
  );
}
