import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ArchiveForm } from '#components/clinic/archive-form';
import { ServiceForm } from '#components/clinic/service-form';
import { QuestionsForm } from '#components/questions/questions-form';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { getQuestionnaire } from '#lib/operations/questionnaires/get';
import { listServices } from '#lib/operations/services/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { putAwayService, saveQuestions, saveService } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinicSetup.services'))('changeTitle') };
}

export default async function ServicePage({ params }: { params: Promise<{ id: string }> }) {
  await personOf('admin');
  const [{ id }, { items }, t] = await Promise.all([
    params,
    query(listServices, {}),
    getTranslations('clinicSetup.services'),
  ]);
  const service = items.find((each) => each.id === id) ?? notFound();
  const site = service.clinic_id;
  const [asked, q] = await Promise.all([
    query(getQuestionnaire, { id }),
    getTranslations('clinicSetup.questions'),
  ]);
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <PageHeader
        title={service.name}
        summary={t('changeSummary')}
        back={{ href: paths.admin.services({ site }), label: t('back') }}
      />
      <ServiceForm service={service} action={saveService.bind(null, id, site)} />
      <Section id="questions-title" title={q('title')}>
        <QuestionsForm {...asked} action={saveQuestions.bind(null, id, site)} />
      </Section>
      <Section id="archive-title" title={t('archiveTitle')}>
        <ArchiveForm
          about="services"
          version={service.version}
          action={putAwayService.bind(null, id, site)}
        />
      </Section>
    </div>
  );
}
