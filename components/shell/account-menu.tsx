import { LogOut, Settings, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '#components/ui/avatar';
import { DetailsMenu } from '#components/ui/details-menu';
import { initialsOf } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';
import { NavLink } from './nav-link';
import type { ShellPerson } from './shell-person';

interface AccountMenuProps {
  person: ShellPerson;
  /** In the rail the name stands beside it; on small screens only the initials. */
  placement?: 'below' | 'above';
}

const item =
  'flex min-h-11 w-full items-center gap-3 rounded-field px-3 text-start text-base font-medium hover:bg-sunken aria-[current=page]:bg-primary-soft aria-[current=page]:text-primary-ink dense:text-sm compact:min-h-9';

/** Who is signed in, and what they can do about it. */
export function AccountMenu({ person, placement }: AccountMenuProps) {
  const t = useTranslations('shell');
  const trigger = (
    <>
      <Avatar initials={initialsOf(person.name)} />
      <span className={placement === 'above' ? 'min-w-0' : 'max-md:sr-only'}>
        <bdi className="block truncate font-semibold">{person.name}</bdi>
        {placement === 'above' && person.detail && (
          <span className="block truncate text-xs text-muted">{person.detail}</span>
        )}
      </span>
    </>
  );
  return (
    <DetailsMenu trigger={trigger} label={t('accountOf', { name: person.name })} placement={placement}>
      <ul>
        <li>
          <NavLink href={paths.account.profile} className={item}>
            <Settings aria-hidden className="size-4" />
            {t('account.profile')}
          </NavLink>
        </li>
        <li>
          <NavLink href={paths.account.security} className={item}>
            <ShieldCheck aria-hidden className="size-4" />
            {t('account.security')}
          </NavLink>
        </li>
        <li>
          <form action={paths.signOut} method="post">
            <button type="submit" className={item}>
              <LogOut aria-hidden className="size-4 rtl:-scale-x-100" />
              {t('account.signOut')}
            </button>
          </form>
        </li>
      </ul>
    </DetailsMenu>
  );
}
