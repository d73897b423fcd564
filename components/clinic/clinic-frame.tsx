import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '#components/ui/page-header';
import { TabLinks } from '#components/ui/tab-links';
import { paths } from '#lib/platform/paths';
import { SetupDone } from './setup-done';

export type ClinicSection = 'details' | 'services' | 'rooms' | 'hours' | 'closures' | 'reminders';

const hrefOf = {
  details: paths.admin.clinicOf,
  services: paths.admin.services,
  rooms: paths.admin.rooms,
  hours: paths.admin.openingHours,
  closures: paths.admin.closures,
  reminders: paths.admin.reminderTexts,
} as const satisfies Record<ClinicSection, unknown>;
const sections = Object.keys(hrefOf) as ClinicSection[];

interface ClinicFrameProps {
  section: ClinicSection;
  site: { id: string; name: string };
  /** All of them: a choice stands there where there are several. */
  sites: readonly { id: string; name: string }[];
  done: string | undefined;
  actions?: ReactNode;
  children: ReactNode;
}

/** What the pages of a site share: its name, the way to its other parts, and what was just done. */
export function ClinicFrame({ section, site, sites, done, actions, children }: ClinicFrameProps) {
  const t = useTranslations('clinicSetup');
  const asked = sites.length > 1 ? site.id : undefined;
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <PageHeader title={t('title')} kicker={site.name} summary={t(`summary.${section}`)} actions={actions} />
      {sites.length > 1 && (
        <TabLinks
          label={t('sites')}
          tabs={sites.map(({ id, name }) => ({
            href: hrefOf[section]({ site: id }),
            label: name,
            current: id === site.id,
          }))}
        />
      )}
      <TabLinks
        label={t('sections')}
        tabs={sections.map((each) => ({
          href: hrefOf[each]({ site: asked }),
          label: t(`section.${each}`),
          current: each === section,
        }))}
      />
      <SetupDone done={done} />
      {children}
    </div>
  );
}
