import { X } from 'lucide-react';
import { PageLink } from './page-link';
import { textLinkClass } from './text-link';

export interface FilterChip {
  key: string;
  label: string;
  value: string;
  /** The same list without this filter. */
  removeHref: string;
  /** "Remove filter: Person" */
  removeLabel: string;
}

interface FilterChipsProps {
  chips: readonly FilterChip[];
  clear: { href: string; label: string };
}

export function FilterChips({ chips, clear }: FilterChipsProps) {
  if (chips.length === 0) return null;
  return (
    <ul className="flex flex-wrap items-center gap-2">
      {chips.map((chip) => (
        <li
          key={chip.key}
          className="card-edge flex min-h-11 items-center rounded-field bg-primary-soft ps-3 text-primary-ink compact:min-h-8"
        >
          <span>
            {chip.label} <strong className="font-semibold wrap-anywhere">{chip.value}</strong>
          </span>
          <PageLink
            href={chip.removeHref}
            aria-label={chip.removeLabel}
            className="inline-flex size-11 items-center justify-center rounded-field compact:size-8"
          >
            <X aria-hidden className="size-4" />
          </PageLink>
        </li>
      ))}
      <li>
        <PageLink href={clear.href} className={`${textLinkClass} inline-flex min-h-8 items-center px-2`}>
          {clear.label}
        </PageLink>
      </li>
    </ul>
  );
}
