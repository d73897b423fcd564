import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FilterSelect } from '#components/ui/filter-select';
import { visitModes } from './visit-wish';

interface VisitTypeSelectsProps {
  values: { readonly service?: string | undefined; readonly mode?: string | undefined };
  services: readonly { id: string; name: string }[];
  /** What stands between the two. */
  children?: ReactNode;
}

/** As what somebody comes, and how they are seen: of every form that looks for times. */
export function VisitTypeSelects({ values, services, children }: VisitTypeSelectsProps) {
  const t = useTranslations('appointments.book');
  return (
    <>
      {services.length > 0 && (
        <FilterSelect
          name="service"
          label={t('reason')}
          any={t('anyReason')}
          value={values.service}
          choices={services.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {children}
      <FilterSelect
        name="mode"
        label={t('how')}
        any={t('anyMode')}
        value={values.mode}
        choices={visitModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
    </>
  );
}
