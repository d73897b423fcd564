import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import { PageLink } from '#components/ui/page-link';
import { paths } from '#lib/platform/paths';

export interface Alerts {
  drafts: number;
  restricted: number;
  critical: number;
}

interface ChartAlertsProps {
  patient: { id: string; deceased: boolean; alerts: Alerts };
  className: string;
}

/** What waits in this chart, and what makes it unlike others; each leads to where it stands. */
export function ChartAlerts({ patient: { id, deceased, alerts }, className }: ChartAlertsProps) {
  const t = useTranslations('patients.alert');
  const timeline = { section: 'timeline' } as const;
  const shown: readonly { key: string; tone: BadgeTone; text: string; href?: string; count: number }[] = [
    { key: 'deceased', tone: 'neutral', text: t('deceased'), count: Number(deceased) },
    {
      key: 'critical',
      tone: 'danger',
      text: t('critical', { count: alerts.critical }),
      href: paths.doctor.chart(id, { section: 'results' }),
      count: alerts.critical,
    },
    {
      key: 'drafts',
      tone: 'info',
      text: t('drafts', { count: alerts.drafts }),
      href: paths.doctor.chart(id, { ...timeline, drafts: 'true' }),
      count: alerts.drafts,
    },
    {
      key: 'restricted',
      tone: 'warn',
      text: t('restricted', { count: alerts.restricted }),
      count: alerts.restricted,
    },
  ];
  const present = shown.filter(({ count }) => count > 0);
  if (present.length === 0) return null;
  return (
    <ul aria-label={t('label')} className={className}>
      {present.map(({ key, tone, text, href }) => (
        <li key={key}>
          {href ? (
            <PageLink href={href} className="inline-flex min-h-11 items-center compact:min-h-6">
              <Badge tone={tone}>{text}</Badge>
            </PageLink>
          ) : (
            <Badge tone={tone}>{text}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
