import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { paths } from '#lib/platform/paths';

/** The panel's own search field: phones have no other, and it shows what was searched for. */
export function PanelSearch({ query = '' }: { query?: string }) {
  const t = useTranslations('patients.search');
  return (
    <search>
      <form action={paths.doctor.patients} className="flex max-w-lg gap-2">
        <input
          type="search"
          name="q"
          defaultValue={query}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          autoComplete="off"
          className="control-edge min-h-11 w-full rounded-field border border-control bg-surface px-3 compact:min-h-8"
        />
        <Button type="submit" tone="secondary">
          {t('submit')}
        </Button>
      </form>
    </search>
  );
}
