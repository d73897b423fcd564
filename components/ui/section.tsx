import type { ReactNode } from 'react';

interface SectionProps {
  title: ReactNode;
  id: string;
  /** Beside the title, at the end: usually one link. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A titled part of a page. */
export function Section({ title, id, aside, children, className = '' }: SectionProps) {
  return (
    <section aria-labelledby={id} className={className || undefined}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 dense:mb-2">
        <h2 id={id} className="text-xl dense:text-base">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
