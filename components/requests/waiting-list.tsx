import { CalendarCheck, Hourglass, Lock, MessageSquareReply } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { PageLink } from '#components/ui/page-link';
import { Section } from '#components/ui/section';
import type { WhatWaits } from './what-waits';

const icons = {
  visit_today: CalendarCheck,
  ask_first: Lock,
  awaiting_comment: Hourglass,
  answered: MessageSquareReply,
} as const;

/** On the patient's first page: what waits for them, each with the way to it. */
export function WaitingList({ items }: { items: readonly WhatWaits[] }) {
  const t = useTranslations('home.waiting');
  if (items.length === 0) return null;
  return (
    <Section id="waiting" title={t('title')}>
      <Card as="ul" flush>
        {items.map(({ key, href, count, name }) => {
          const Icon = icons[key];
          return (
            <li key={`${key} ${href}`}>
              <PageLink
                href={href}
                className="flex items-start gap-3 px-5 py-3.5 -outline-offset-2 hover:bg-sunken/60"
              >
                <Icon aria-hidden className="mt-1 size-4 shrink-0 text-primary" />
                <span className="min-w-0 font-semibold wrap-break-word">{t(key, { count, name })}</span>
              </PageLink>
            </li>
          );
        })}
      </Card>
    </Section>
  );
}
