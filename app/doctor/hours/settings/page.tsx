import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HoursFrame } from '#components/hours/hours-frame';
import { SettingsForm } from '#components/hours/settings-form';
import { getHours } from '#lib/operations/hours/get';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { saveSettings } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('section.settings') };
}

export default async function SettingsPage() {
  await personOf('doctor');
  const { settings, version } = await query(getHours, {});
  return (
    <HoursFrame section="settings">
      <SettingsForm settings={settings} version={version} action={saveSettings} />
    </HoursFrame>
  );
}
