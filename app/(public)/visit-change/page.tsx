import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkedVisit, LinkedVisitChanged } from '#components/appointments/linked-visit';
import { IncompleteLink } from '#components/auth/incomplete-link';
import { PublicShell } from '#components/shell/public-shell';
import { getVisitByLink } from '#lib/operations/appointments/get-by-link';
import { opaqueToken } from '#lib/operations/auth/credentials';
import { paths } from '#lib/platform/paths';
import { found } from '#lib/transport/page';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { cancelVisit, confirmVisit, moveVisit } from './actions';

/**
 * The address holds a token: it is told to nobody. Not `no-referrer`, under which a browser names no origin either when
 * it posts the form, and an action without one is refused.
 */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visitLink'))('title'), referrer: 'strict-origin' };
}

/** What the link in a mail about a visit opens. Opening it uses nothing up: mail scanners open every link. */
export default async function TokenPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ token, from, day, at, ask, done }, t] = await Promise.all([
    queryOf(searchParams),
    getTranslations('visitLink'),
  ]);
  if (done === 'moved' || done === 'cancelled' || done === 'confirmed') {
    return (
      <PublicShell>
        <LinkedVisitChanged done={done} />
      </PublicShell>
    );
  }
  if (!token) {
    return (
      <PublicShell>
        <IncompleteLink title={t('title')} text={t('noToken')} />
      </PublicShell>
    );
  }
  const isToken = opaqueToken.safeParse(token).success;
  const { output } = isToken
    ? await found<LinkQuestion, Linked | null>(getVisitByLink, { token, from }, null)
    : { output: null };
  if (!output) {
    const way = { href: paths.patient.visits, label: t('way') };
    return (
      <PublicShell>
        <IncompleteLink title={t('dead')} text={t('deadText')} way={way} />
      </PublicShell>
    );
  }
  return (
    <PublicShell>
      <LinkedVisit
        visit={output}
        asked={{ token, from, day, at, cancel: ask === 'cancel' }}
        cancel={cancelVisit}
        move={moveVisit}
        confirm={confirmVisit}
      />
    </PublicShell>
  );
}

type LinkQuestion = NonNullable<typeof getVisitByLink.types>['input'];
type Linked = NonNullable<typeof getVisitByLink.types>['output'];
