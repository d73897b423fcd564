import { UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { PageLink } from '#components/ui/page-link';
import { Section } from '#components/ui/section';
import { paths } from '#lib/platform/paths';

interface HeldListProps {
  charts: readonly {
    id: string;
    patient_id: string;
    name: string;
    can: { read_records: { allowed: boolean } };
  }[];
}

/** On the home of a carer: the people whose records they look after. */
export function HeldList({ charts }: HeldListProps) {
  const t = useTranslations('home.held');
  const patients = useTranslations('patients');
  if (charts.length === 0) return null;
  return (
    <Section id="held" title={t('title')}>
      <Card as="ul" flush>
        {charts.map(({ id, patient_id, name, can }) => {
          const to = paths.patient.chart(patient_id);
          return (
            <li key={id}>
              <PageLink
                href={can.read_records.allowed ? to.records : to.visits}
                className="flex min-h-11 items-center gap-4 px-5 py-4 font-semibold -outline-offset-2 hover:bg-sunken/60"
              >
                <UserRound aria-hidden className="size-5 shrink-0 text-primary" />
                <span>
                  {t.rich('open', { name: name || patients('unnamed'), bdi: (each) => <bdi>{each}</bdi> })}
                </span>
              </PageLink>
            </li>
          );
        })}
      </Card>
    </Section>
  );
}
