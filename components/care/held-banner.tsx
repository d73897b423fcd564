import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { TabLinks } from '#components/ui/tab-links';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';

const chartPages = ['records', 'results', 'documents', 'requests', 'visits'] as const;
export type HeldPage = (typeof chartPages)[number];

interface HeldBannerProps {
  held: {
    id: string;
    patient_id: string;
    name: string;
    valid_until: string | null;
    can: { read_records: { allowed: boolean } };
  };
  page: HeldPage;
  zone: string;
  /** Posts `id`. */
  leave: FormAction;
}

/** Above every page of a record that the reader looks after: whose it is, its pages, and the ways out. */
export function HeldBanner({ held, page, zone, leave }: HeldBannerProps) {
  const t = useTranslations('lookAfter');
  const patients = useTranslations('patients');
  const format = formatter(useLocale(), zone);
  const to = paths.patient.chart(held.patient_id);
  const pages: readonly HeldPage[] = held.can.read_records.allowed ? chartPages : ['visits'];
  return (
    <section
      aria-label={t('tabs')}
      className="card-edge flex flex-col gap-3 rounded-card border-2 border-primary bg-primary-soft px-4 py-3 text-primary-ink"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="text-lg font-semibold wrap-break-word">
          {t.rich('banner', { name: held.name || patients('unnamed'), bdi: (name) => <bdi>{name}</bdi> })}
        </p>
        {held.valid_until && <p>{t('ends', { date: format.dateTime(held.valid_until) })}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 no-print">
        <TabLinks
          label={t('tabs')}
          tabs={pages.map((each) => ({ href: to[each], label: t(each), current: each === page }))}
        />
        <TextLink href={paths.patient.home} className="inline-flex min-h-11 items-center">
          {t('back')}
        </TextLink>
        <Form id="leave" action={leave} className="ms-auto flex flex-col gap-2">
          <input type="hidden" name="id" value={held.id} />
          <SubmitButton tone="secondary" pendingLabel={t('leaving')}>
            {t('leave')}
          </SubmitButton>
        </Form>
      </div>
    </section>
  );
}
