import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { reminderKinds } from '#components/account/reminder-kinds';
import { ClinicFrame } from '#components/clinic/clinic-frame';
import { ReminderPreview } from '#components/clinic/reminder-preview';
import { ReminderTextForm } from '#components/clinic/reminder-text-form';
import { Section } from '#components/ui/section';
import { TabLinks } from '#components/ui/tab-links';
import { writtenLanguages } from '#lib/i18n/locale';
import { listReminderWords } from '#lib/operations/reminder-texts/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import type { SearchParams } from '#lib/transport/page-query';
import { siteOf } from '../site-of';
import { resetText, saveText } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinicSetup'))('section.reminders') };
}

/** What reminders say, at all sites: one kind in one language at a time. */
export default async function ReminderTextsPage({ searchParams }: { searchParams: SearchParams }) {
  await personOf('admin');
  const [{ asked, site, sites }, { items }, locale, t, kinds] = await Promise.all([
    siteOf(searchParams),
    query(listReminderWords, {}),
    getLocale(),
    getTranslations('clinicSetup.reminders'),
    getTranslations('reminders.kind'),
  ]);
  const language = writtenLanguages.find((each) => each === asked.language) ?? 'en';
  const kind = reminderKinds.find((each) => each === asked.kind) ?? 'week';
  const which = { language, kind };
  const isIt = (each: { language: string; kind: string }) => each.language === language && each.kind === kind;
  const { subject, mail, text, own, preview } = items.find(isIt) ?? notFound();
  const nameOf = new Intl.DisplayNames(locale, { type: 'language' });
  return (
    <ClinicFrame section="reminders" site={site} sites={sites} done={asked.done}>
      <TabLinks
        label={t('languages')}
        tabs={writtenLanguages.map((each) => ({
          href: paths.admin.reminderTexts({ language: each, kind }),
          label: nameOf.of(each) ?? each,
          current: each === language,
        }))}
      />
      <TabLinks
        label={t('kinds')}
        tabs={reminderKinds.map((each) => ({
          href: paths.admin.reminderTexts({ language, kind: each }),
          label: kinds(each),
          current: each === kind,
        }))}
      />
      <ReminderTextForm
        key={`${language}-${kind}`}
        words={{ subject, mail, text }}
        reset={own ? resetText.bind(null, which) : null}
        action={saveText.bind(null, which)}
      />
      <Section id="preview-title" title={t('preview')}>
        <ReminderPreview shown={preview} />
      </Section>
    </ClinicFrame>
  );
}
