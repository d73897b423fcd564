import { ChevronRight } from 'lucide-react';
import { Badge } from '#components/ui/badge';
import { PageLink } from '#components/ui/page-link';
import type { RowWords } from './index-row';
import { RecordIcon } from './record-icon';

interface ListedRowProps {
  row: RowWords;
  href: string;
  /** The text around what was looked for, in place of what the record says. */
  excerpt?: string | null;
}

/** One record in a list: the whole row leads to it. */
export function ListedRow({ row, href, excerpt }: ListedRowProps) {
  const { name, says, badge, restricted, struck } = row;
  const strike = struck ? 'text-muted line-through' : '';
  const text = excerpt ?? says;
  return (
    <PageLink
      href={href}
      className="flex items-start gap-4 px-5 py-4 -outline-offset-2 hover:bg-sunken/60 dense:gap-3 dense:px-4 dense:py-2.5"
    >
      <span className="mt-0.5">
        <RecordIcon type={row.type} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-start justify-between gap-3">
          <span className={`min-w-0 font-semibold wrap-break-word ${strike}`.trimEnd()}>{name}</span>
          <span className="flex shrink-0 flex-wrap justify-end gap-1.5">
            {restricted && <Badge tone="warn">{restricted}</Badge>}
            {badge && <Badge tone={badge.tone}>{badge.text}</Badge>}
          </span>
        </span>
        {text && (
          <span className={`line-clamp-2 wrap-break-word tabular-nums ${strike}`.trimEnd()}>{text}</span>
        )}
        <span className="block text-base text-muted dense:text-sm">
          {row.kind}
          {row.date && <span className="tabular-nums">{` · ${row.date}`}</span>}
          {row.author && (
            <>
              {' · '}
              <bdi>{row.author}</bdi>
            </>
          )}
          {row.origin && ` · ${row.origin}`}
        </span>
      </span>
      <ChevronRight aria-hidden className="mt-1 size-4 shrink-0 text-muted rtl:-scale-x-100" />
    </PageLink>
  );
}
