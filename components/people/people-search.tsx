import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { ButtonLink } from '#components/ui/button-link';
import { paths } from '#lib/platform/paths';

interface PeopleSearchProps {
  /** What was looked for; empty for everybody. */
  email: string;
  /** Posts `q`: an e-mail address does not belong into an address. */
  action: (form: FormData) => Promise<void>;
}

export function PeopleSearch({ email, action }: PeopleSearchProps) {
  const t = useTranslations('people.search');
  return (
    <search className="no-print">
      <form action={action} className="flex flex-wrap gap-2">
        <input
          key={email}
          type="search"
          inputMode="email"
          name="q"
          defaultValue={email}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={320}
          className="control-edge min-h-11 w-full min-w-0 max-w-96 flex-1 basis-56 rounded-field border border-control bg-surface px-3 compact:min-h-8"
        />
        <Button type="submit" tone="secondary">
          {t('submit')}
        </Button>
        {email && (
          <ButtonLink href={paths.admin.people} tone="secondary">
            {t('all')}
          </ButtonLink>
        )}
      </form>
    </search>
  );
}
