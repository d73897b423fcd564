import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { VisitTypeSelects } from './visit-type-selects';

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
        <VisitTypeSelects values={values} services={services} />
        <Button type="submit" tone="secondary">
          {t('show')}
        </Button>
      </form>
    </search>
  );
}
