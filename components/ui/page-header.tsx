import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextLink } from './text-link';

interface PageHeaderProps {
  title: ReactNode;
  /** A quiet line above the title: the date, the section. */
  kicker?: ReactNode;
  /** A sentence under the title: how many, what they are. */
  summary?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
}

/** The page's only h1 and what belongs to it. */
export function PageHeader({ title, kicker, summary, actions, back }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        {back && (
          <TextLink
            href={back.href}
            className="mb-2 inline-flex min-h-11 items-center pointer-fine:min-h-8 gap-1 text-base dense:text-sm no-print"
          >
            <ChevronLeft aria-hidden className="-ms-1 size-4 rtl:-scale-x-100" />
            {back.label}
          </TextLink>
        )}
        {kicker && <p className="text-muted">{kicker}</p>}
        <h1 className="text-3xl font-bold wrap-break-word sm:text-4xl dense:text-xl dense:sm:text-xl">
          {title}
        </h1>
        {summary && <p className="mt-1 text-muted wrap-anywhere empty:hidden">{summary}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 no-print">{actions}</div>}
    </header>
  );
}
