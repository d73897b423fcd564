import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import type { CorrectionRequest } from './request';
import { RequestFacts } from './request-facts';
import { RequestStatus } from './request-status';

interface RecordCorrectionsProps {
  requests: readonly CorrectionRequest[];
  zone: string;
  staff?: boolean;
  hrefOf: (request: CorrectionRequest) => string;
}

/** What its patient has asked to be corrected in a record, and says to a denial: it stands with the record. */
export function RecordCorrections({ requests, zone, staff = false, hrefOf }: RecordCorrectionsProps) {
  const t = useTranslations('requests.record');
  const format = formatter(useLocale(), zone);
  const shown = requests.filter(({ status }) => status !== 'withdrawn');
  if (shown.length === 0) return null;
  return (
    <Section id="corrections" title={t('title')}>
      <Card as="ul" flush>
        {shown.map((request) => (
          <li key={request.id} className="flex flex-col gap-4 px-5 py-4 dense:gap-3 dense:px-4 dense:py-3">
            <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <TextLink href={hrefOf(request)} className="inline-flex min-h-11 items-center compact:min-h-6">
                {t('of', { date: format.date(request.requested_at) })}
              </TextLink>
              <RequestStatus status={request.status} />
            </span>
            <RequestFacts request={request} zone={zone} staff={staff} />
          </li>
        ))}
      </Card>
    </Section>
  );
}
