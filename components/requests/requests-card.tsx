import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

interface RequestsCardProps {
  refills: number;
  corrections: number;
}

/** On a doctor's first page: what the own patients wait for. */
export function RequestsCard({ refills, corrections }: RequestsCardProps) {
  const t = useTranslations('requests.card');
  return (
    <Card as="section" labelledBy="requests-card" className="flex flex-col gap-2">
      <h2 id="requests-card" className="text-base">
        {t('title')}
      </h2>
      <ul className="flex flex-col">
        <li>
          <TextLink
            href={paths.doctor.requests}
            className="inline-flex min-h-11 items-center compact:min-h-7"
          >
            {t('refills', { count: refills })}
          </TextLink>
        </li>
        <li>
          <TextLink
            href={paths.doctor.requestsOf({ show: 'corrections' })}
            className="inline-flex min-h-11 items-center compact:min-h-7"
          >
            {t('corrections', { count: corrections })}
          </TextLink>
        </li>
      </ul>
    </Card>
  );
}
