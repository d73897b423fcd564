import { Hourglass, Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';

export interface WithheldResult {
  id: string;
  category: 'blood_and_chemistry' | 'infection' | 'genetics' | 'pathology' | 'imaging' | 'other';
  release: 'awaiting_comment' | 'ask_first';
  effective_at: string;
}

interface WithheldResultsProps {
  results: readonly WithheldResult[];
  zone: string;
  /** Shows one, by its id. */
  reveal: (id: string) => FormAction;
}

/** Results that their patient has chosen not to see yet: that they are there, why they wait, and what to do. */
export function WithheldResults({ results, zone, reveal }: WithheldResultsProps) {
  const t = useTranslations('records.withheld');
  const c = useTranslations('records.category');
  const format = formatter(useLocale(), zone);
  if (results.length === 0) return null;
  return (
    <Section
      id="withheld"
      title={t('title')}
      aside={<TextLink href={paths.patient.release}>{t('change')}</TextLink>}
    >
      <Card as="ul" flush>
        {results.map(({ id, category, release, effective_at }) => {
          const Icon = release === 'ask_first' ? Lock : Hourglass;
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4 sm:px-6"
            >
              <div className="flex min-w-0 flex-1 basis-64 gap-3">
                <Icon aria-hidden className="mt-1 size-4 shrink-0 text-primary" />
                <div className="min-w-0">
                  <p className="font-semibold">
                    {t('of', { category: c(`${category}.name`), date: format.date(effective_at) })}
                  </p>
                  <p className="text-base text-muted">{t(release)}</p>
                </div>
              </div>
              {release === 'ask_first' && (
                <Form id={`reveal-${id}`} action={reveal(id)} className="shrink-0">
                  <SubmitButton tone="secondary" pendingLabel={t('showing')}>
                    {t('show')}
                  </SubmitButton>
                </Form>
              )}
            </li>
          );
        })}
      </Card>
    </Section>
  );
}
