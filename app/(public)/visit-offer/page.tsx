import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IncompleteLink } from '#components/auth/incomplete-link';
import { PublicShell } from '#components/shell/public-shell';
import { LinkedOffer, LinkedOfferAnswered } from '#components/waiting/linked-offer';
import { opaqueToken } from '#lib/operations/auth/credentials';
import { getOfferByLink } from '#lib/operations/waiting-list/get-by-link';
import { paths } from '#lib/platform/paths';
import { found } from '#lib/transport/page';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { answerOffer } from './actions';

/**
 * The address holds a token: it is told to nobody. Not `no-referrer`, under which a browser names no origin either when
 * it posts the form, and an action without one is refused.
 */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('waiting.link'))('title'), referrer: 'strict-origin' };
}

/** What the link in a mail about a free time opens. Opening it answers nothing: mail scanners open every link. */
export default async function OfferPage({ searchParams }: { searchParams: SearchParams }) {
  const { token, done } = await queryOf(searchParams);
  return <PublicShell>{await bodyOf(token, done)}</PublicShell>;
}

async function bodyOf(token: string | undefined, done: string | undefined) {
  const t = await getTranslations('waiting.link');
  if (done === 'accepted' || done === 'declined') return <LinkedOfferAnswered done={done} />;
  if (!token) return <IncompleteLink title={t('title')} text={t('noToken')} />;
  const isToken = opaqueToken.safeParse(token).success;
  const { output } = isToken
    ? await found<OfferQuestion, Offered | null>(getOfferByLink, { token }, null)
    : { output: null };
  if (output) return <LinkedOffer offer={output} token={token} action={answerOffer} />;
  const way = { href: paths.patient.visits, label: t('way') };
  return <IncompleteLink title={t('dead')} text={t('deadText')} way={way} />;
}

type OfferQuestion = NonNullable<typeof getOfferByLink.types>['input'];
type Offered = NonNullable<typeof getOfferByLink.types>['output'];
