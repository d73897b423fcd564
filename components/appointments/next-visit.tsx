import { CalendarPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { EmptyState } from '#components/ui/empty-state';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { NextVisitCard } from './next-visit-card';
import type { VisitView } from './visit';

interface NextVisitProps {
  visit: (VisitView & { zone: string }) | undefined;
  /** By whose clock the reader wants to read, where they have chosen one. */
  ownZone: string | null;
  now: string;
}

/** On the patient's home: the visit that comes next, or the way to one. */
export function NextVisit({ visit, ownZone, now }: NextVisitProps) {
  const t = useTranslations('appointments');
  if (!visit) {
    return (
      <Section id="next-visit" title={t('next')}>
        <EmptyState
          icon={<CalendarPlus aria-hidden className="size-7" />}
          title={t('nextNone')}
          action={<ButtonLink href={paths.patient.book}>{t('book.open')}</ButtonLink>}
        >
          {t('nextNoneText')}
        </EmptyState>
      </Section>
    );
  }
  const actions = (
    <>
      <ButtonLink href={paths.patient.visit(visit.id)}>{t('see')}</ButtonLink>
      <ButtonLink href={paths.patient.book} tone="secondary">
        {t('bookAnother')}
      </ButtonLink>
    </>
  );
  return (
    <Section
      id="next-visit"
      title={t('next')}
      aside={<TextLink href={paths.patient.visits}>{t('all')}</TextLink>}
    >
      <NextVisitCard visit={visit} zone={visit.zone} ownZone={ownZone} now={now} actions={actions} />
    </Section>
  );
}
