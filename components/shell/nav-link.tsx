'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageLink } from '#components/ui/page-link';

interface NavLinkProps {
  href: string;
  /** The portal's first page is current only when it is open itself. */
  exact?: boolean;
  className: string;
  children: ReactNode;
}

/** Knows the current page: the layout around it is rendered once for many. */
export function NavLink({ href, exact = false, className, children }: NavLinkProps) {
  const path = usePathname();
  const here = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <PageLink href={href} aria-current={here ? 'page' : undefined} className={className}>
      {children}
    </PageLink>
  );
}
