import { PageLink } from './page-link';

export interface TabLink {
  href: string;
  label: string;
  current: boolean;
}

/** A choice of views as links: the address holds the choice. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav
      aria-label={label}
      className="card-edge inline-flex w-fit max-w-full flex-wrap rounded-field border border-border bg-sunken p-0.5"
    >
      {tabs.map((tab) => (
        <PageLink
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? 'page' : undefined}
          className="inline-flex min-h-11 items-center whitespace-nowrap rounded-[0.4375rem] border border-transparent px-3 text-base font-semibold text-muted hover:text-ink aria-[current=page]:border-control aria-[current=page]:bg-surface aria-[current=page]:text-primary-ink dense:text-sm compact:min-h-7"
        >
          {tab.label}
        </PageLink>
      ))}
    </nav>
  );
}
