import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WithheldResults } from '#components/records/withheld-results';
import { ButtonLink } from '#components/ui/button-link';
import { Notice } from '#components/ui/notice';
import { listWithheld } from '#lib/operations/results/withheld';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { reveal } from './actions';
import { ResultsBody } from './results-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records.results');
  return { title: t('title') };
}

export default async function ResultsPage({ searchParams }: { searchParams: SearchParams }) {
  const { zone } = await personOf('patient');
  const [withheld, { done }, t] = await Promise.all([
    query(listWithheld, {}),
    queryOf(searchParams),
    getTranslations('records'),
  ]);
  return (
    <ResultsBody
      actions={
        <ButtonLink href={paths.patient.release} tone="secondary">
          {t('release.open')}
        </ButtonLink>
      }
      notice={done === 'saved' && <Notice tone="ok" role="status" title={t('release.saved')} />}
      waiting={
        withheld.items.length > 0 && (
          <WithheldResults results={withheld.items} zone={zone} reveal={(id) => reveal.bind(null, id)} />
        )
      }
    />
  );
}
