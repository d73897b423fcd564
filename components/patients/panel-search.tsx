import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { ButtonLink } from '#components/ui/button-link';
import { paths } from '#lib/platform/paths';

/** Posts `q`: a name does not belong into an address. */
export type SearchAction = (form: FormData) => Promise<void>;

interface PanelSearchProps {
  query?: string;
  /** On which a visit is to be booked for one of them. */
  day?: string | undefined;
  action: SearchAction;
}

/**
 * The panel's own search field, for phones, which have no other, and for whoever looks for somebody on a day: that of the
 * header knows no day. With the way back to everybody.
 */
export function PanelSearch({ query = '', day, action }: PanelSearchProps) {
  const t = useTranslations('patients.search');
  const own = day === undefined ? 'md:hidden' : '';
  return (
    <search className={query ? '' : own}>
      <form action={action} className="flex flex-wrap gap-2">
        <input
          key={query}
          type="search"
          name="q"
          defaultValue={query}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          autoComplete="off"
          maxLength={200}
          className={`control-edge min-h-11 w-full min-w-0 flex-1 basis-40 rounded-field border border-control bg-surface px-3 compact:min-h-8 ${own}`}
        />
        <Button type="submit" tone="secondary" className={own}>
          {t('submit')}
        </Button>
        {query && (
          <ButtonLink href={paths.doctor.patientsOf({ day })} tone="secondary">
            {t('all')}
          </ButtonLink>
        )}
      </form>
    </search>
  );
}
