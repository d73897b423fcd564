import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CarerForm } from '#components/care/carer-form';
import { PageHeader } from '#components/ui/page-header';
import { paths } from '#lib/platform/paths';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../form-draft';
import { invite } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sharing.form');
  return { title: t('title') };
}

export default async function InviteCarerPage() {
  const [{ today }, t] = await Promise.all([personOf('patient'), getTranslations('sharing')]);
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-6">
      <PageHeader
        title={t('form.title')}
        summary={t('form.summary')}
        back={{ href: paths.patient.sharing, label: t('title') }}
      />
      <CarerForm today={today} action={invite} draft={await formDraft('carer.invite')} />
    </div>
  );
}
