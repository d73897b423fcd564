import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { FilterSelect } from '#components/ui/filter-select';
import { visitModes } from './visit-wish';

interface VisitTypeFiltersProps {
  action: string;
  /** The day that is shown: it stays. */
  day: string;
  values: { service?: string; mode?: string };
  services: readonly { id: string; name: string }[];
}

/** As what a doctor books a visit, and how the patient is seen. Sends itself by its button: it works without script. */
export function VisitTypeFilters({ action, day, values, services }: VisitTypeFiltersProps) {
  const t = useTranslations('appointments.book');
  return (
    <search>
      <form action={action} className="mb-4 grid grid-cols-2 items-center gap-2 md:flex md:flex-wrap">
        <input type="hidden" name="day" value={day} />
        {services.length > 0 && (
          <FilterSelect
            name="service"
            label={t('reason')}
            any={t('anyReason')}
            value={values.service}
            choices={services.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FilterSelect
          name="mode"
          label={t('how')}
          any={t('anyMode')}
          value={values.mode}
          choices={visitModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        />
        <Button type="submit" tone="secondary">
          {t('show')}
        </Button>
      </form>
    </search>
  );
}
