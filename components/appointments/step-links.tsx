import { ChevronLeft, ChevronRight } from 'lucide-react';
import { buttonClass } from '#components/ui/button-class';
import { PageLink } from '#components/ui/page-link';

interface Step {
  href: string;
  label: string;
}

const step =
  'inline-flex size-11 items-center justify-center rounded-field text-primary-ink hover:bg-primary-soft compact:size-8';

/** Back, to now, and on. */
export function StepLinks({
  label,
  previous,
  now,
  next,
}: {
  label: string;
  previous: Step;
  now: Step;
  next: Step;
}) {
  return (
    <nav aria-label={label} className="flex items-center gap-1">
      <PageLink href={previous.href} aria-label={previous.label} className={step}>
        <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      </PageLink>
      <PageLink href={now.href} className={buttonClass('quiet')}>
        {now.label}
      </PageLink>
      <PageLink href={next.href} aria-label={next.label} className={step}>
        <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
      </PageLink>
    </nav>
  );
}
