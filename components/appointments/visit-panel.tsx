import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAge } from '#components/patients/age-words';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { formatter } from '#lib/i18n/format';
import { StateBadge } from './agenda-row';
import { isRunning } from './is-running';
import type { AgendaVisit } from './visit';
import { VisitPlace } from './visit-place';

interface VisitPanelProps {
  visit: AgendaVisit;
  zone: string;
  now: string;
  visitHref: string;
  patientHref: string;
  /** What can be said of it. */
  steps?: ReactNode;
  /** What the chart says, once the visit was chosen. */
  children?: ReactNode;
}

/** The visit beside the day: who comes, why, and what is known. */
export function VisitPanel({ visit, zone, now, visitHref, patientHref, steps, children }: VisitPanelProps) {
  const t = useTranslations('appointments');
  const format = formatter(useLocale(), zone);
  return (
    <aside aria-label={t('panel.label')} className="sticky top-[calc(var(--banner)+1rem)] hidden xl:block">
      <Card className="flex flex-col gap-5">
        <div>
          <p className="flex items-center justify-between gap-2 text-muted tabular-nums">
            {format.time(visit.scheduled_at)} · {visit.clinic_name}
            <StateBadge visit={visit} current={isRunning(visit, now)} />
          </p>
          <h2 className="mt-1 text-xl font-bold wrap-break-word">
            <bdi>{visit.patient_name || t('patientUnknown')}</bdi>
          </h2>
          <Born visit={visit} zone={zone} />
          <VisitPlace visit={visit} />
        </div>
        {steps}
        <section aria-labelledby="why">
          <h3 id="why" className="mb-1">
            {t('panel.why')}
          </h3>
          <p className="text-muted wrap-break-word">{visit.notes || t('panel.whyNone')}</p>
        </section>
        {children ?? <p className="text-muted">{t('panel.hint')}</p>}
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={patientHref} className="flex-1">
            {t('panel.openRecord')}
          </ButtonLink>
          <ButtonLink href={visitHref} tone="secondary">
            {t('panel.openVisit')}
          </ButtonLink>
        </div>
      </Card>
    </aside>
  );
}

function Born({ visit, zone }: Pick<VisitPanelProps, 'visit' | 'zone'>) {
  const ageAt = useAge();
  const t = useTranslations('patients');
  const format = formatter(useLocale(), zone);
  const { patient_birth_date: born, patient_sex } = visit;
  const sex = `sex.${patient_sex}` as 'sex.female';
  const age = born && ageAt(born, visit.scheduled_at.slice(0, 10));
  return (
    <p className="flex flex-wrap gap-x-3 text-muted tabular-nums">
      {born && <span>{`${format.partialDate(born)}${age === null ? '' : ` (${age})`}`}</span>}
      {t.has(sex) && <span>{t(sex)}</span>}
    </p>
  );
}
