import Link from 'next/link';
import type { ReactNode } from 'react';
import { type ButtonTone, buttonClass } from './button-class';

interface ButtonLinkProps {
  href: string;
  tone?: ButtonTone;
  className?: string;
  children: ReactNode;
}

/** Never prefetched: opening a page of a record is an audited act, hovering a link is not. */
export function ButtonLink({ href, tone, className, children }: ButtonLinkProps) {
  return (
    <Link href={href} prefetch={false} className={buttonClass(tone, className)}>
      {children}
    </Link>
  );
}
