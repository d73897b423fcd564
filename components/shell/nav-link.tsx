'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

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
    <Link href={href} prefetch={false} aria-current={here ? 'page' : undefined} className={className}>
      {children}
    </Link>
  );
}
