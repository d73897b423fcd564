import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '#components/auth/code-form';
import { PasskeySecondFactor } from '#components/auth/passkey-second-factor';
import { PublicShell } from '#components/shell/public-shell';
import { safeNext } from '#lib/platform/paths';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { owesSecondFactor } from '#lib/transport/portal-sign-in';
import { answerSecondFactor } from '../actions';
import { beginSecondFactor, finishSecondFactor } from '../passkey-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.code'))('title') };
}

export default async function CodePage({ searchParams }: { searchParams: SearchParams }) {
  const next = safeNext((await queryOf(searchParams)).next);
  await owesSecondFactor(next);
  return (
    <PublicShell>
      <CodeForm action={answerSecondFactor} next={next} />
      <div className="mt-4">
        <PasskeySecondFactor begin={beginSecondFactor} action={finishSecondFactor} next={next} />
      </div>
    </PublicShell>
  );
}
