import type { ReactNode } from 'react';
import { PageLink } from './page-link';

interface TextLinkProps {
  href: string;
  /** `quiet`: the weight and colour around it; `plain`: underlined only under the pointer, where the place says it leads on. */
  look?: 'link' | 'quiet' | 'plain';
  className?: string;
  children: ReactNode;
}

export const textLinkClass =
  'font-semibold text-primary-ink underline decoration-1 underline-offset-4 hover:decoration-2';

const looks = {
  link: textLinkClass,
  quiet: 'underline decoration-control decoration-1 underline-offset-4 hover:decoration-2',
  plain: 'underline-offset-4 hover:underline',
} as const;

/** A link in running text. */
export function TextLink({ href, look = 'link', className = '', children }: TextLinkProps) {
  return (
    <PageLink href={href} className={`${looks[look]} ${className}`.trimEnd()}>
      {children}
    </PageLink>
  );
}
