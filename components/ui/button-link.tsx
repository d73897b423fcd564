import type { ReactNode } from 'react';
import { type ButtonTone, buttonClass } from './button-class';
import { PageLink } from './page-link';

interface ButtonLinkProps {
  href: string;
  tone?: ButtonTone;
  className?: string;
  children: ReactNode;
}

/** A link that looks like a button. */
export function ButtonLink({ href, tone, className, children }: ButtonLinkProps) {
  return (
    <PageLink href={href} className={buttonClass(tone, className)}>
      {children}
    </PageLink>
  );
}
