import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { FilterSelect } from '#components/ui/filter-select';
import { VisitTypeSelects } from './visit-type-selects';
import { dayParts } from './visit-wish';

interface TimeFiltersProps {
  action: string;
  values: Readonly<Partial<Record<string, string>>>;
  services: readonly { id: string; name: string }[];
  specialities: readonly string[];
}

/** What somebody wants to come for, how and when. Sends itself by its button: it works without script. */
export function TimeFilters({ action, values, services, specialities }: TimeFiltersProps) {
  const t = useTranslations('appointments.book');
  return (
    <search>
      <form action={action} className="grid grid-cols-2 items-center gap-2 md:flex md:flex-wrap">
        <VisitTypeSelects values={values} services={services}>
          <FilterSelect
            name="speciality"
            label={t('speciality')}
            any={t('anySpeciality')}
            value={values.speciality}
            choices={specialities.map((value) => ({ value, label: value }))}
          />
        </VisitTypeSelects>
        <FilterSelect
          name="part"
          label={t('when')}
          any={t('anyPart')}
          value={values.part}
          choices={dayParts.map((value) => ({ value, label: t(`part.${value}`) }))}
        />
        <label className="flex items-center gap-2 text-muted">
          {t('from')}
          <input
            type="date"
            name="from"
            defaultValue={values.from}
            className="control-edge min-h-11 min-w-0 rounded-field border border-control bg-surface px-2 text-ink"
          />
        </label>
        <Button type="submit" tone="secondary">
          {t('show')}
        </Button>
      </form>
    </search>
  );
}
