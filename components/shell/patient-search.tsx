import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SearchAction } from '#components/patients/panel-search';

/** Searches the doctor's own panel; on phones the patients page has its own field. */
export function PatientSearch({ action }: { action: SearchAction }) {
  const t = useTranslations('shell.search');
  return (
    <search className="hidden md:block">
      <form action={action} className="relative w-96 max-w-full">
        <Search
          aria-hidden
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
        />
        <input
          type="search"
          name="q"
          aria-label={t('label')}
          placeholder={t('placeholder')}
          autoComplete="off"
          maxLength={200}
          className="control-edge min-h-11 w-full rounded-field border border-control bg-surface ps-9 pe-3 compact:min-h-8"
        />
      </form>
    </search>
  );
}
