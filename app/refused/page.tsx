import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NotFoundMessage } from '#components/shell/not-found-message';
import { PublicShell } from '#components/shell/public-shell';
import { ButtonLink } from '#components/ui/button-link';
import { Failure, PortalFailure } from '#components/ui/failure';
import { MessagePage } from '#components/ui/message-page';
import { homeOf, paths } from '#lib/platform/paths';
import { refusal } from '#lib/transport/page-refusal';
import words from '#messages/failure/en.json';
import Forbidden from '../forbidden';
import { PortalFrame } from '../portal-frame';
import Unauthorized from '../unauthorized';

/** The messages bring a title too, for where Next shows them itself: in a document, the first one counts. */
export async function generateMetadata(): Promise<Metadata> {
  const [refused, t] = await Promise.all([refusal(), getTranslations('pages')]);
  const titles: Partial<Record<number, string>> = {
    401: t('unauthorized.title'),
    403: t('forbidden.title'),
    404: t('notFound.title'),
    413: t('tooLarge.title'),
  };
  return { title: titles[refused?.status ?? 404] ?? words.title };
}

/**
 * Stands in place of a page that was refused or has failed, because what Next itself sends then is empty without script.
 * Only the front server can ask for it.
 */
export default async function RefusedPage() {
  const { status, address, requestId, person } = (await refusal()) ?? notFound();
  if (status === 401) return <Unauthorized />;
  if (status === 403) return <Forbidden />;
  if (status === 413) return <TooLarge back={address} />;
  const isMissing = status === 404;
  if (!person) return isMissing ? <Missing /> : <Failure digest={requestId} retry={address} />;
  return (
    <PortalFrame person={person}>
      {isMissing ? (
        <NotFoundMessage homeHref={homeOf(person.role)} />
      ) : (
        <PortalFailure error={{ digest: requestId }} retry={address} />
      )}
    </PortalFrame>
  );
}

function Missing() {
  return (
    <PublicShell>
      <NotFoundMessage homeHref={paths.home} />
    </PublicShell>
  );
}

/** A form with a file that no page of ours takes. */
async function TooLarge({ back }: { back: string }) {
  const t = await getTranslations('pages.tooLarge');
  return (
    <PublicShell>
      <MessagePage title={t('title')} actions={<ButtonLink href={back}>{t('back')}</ButtonLink>}>
        <p>{t('text')}</p>
      </MessagePage>
    </PublicShell>
  );
}
