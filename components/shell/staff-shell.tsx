import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { SearchAction } from '#components/patients/panel-search';
import { SkipLink } from '#components/ui/skip-link';
import { homeOf } from '#lib/platform/paths';
import { AccountMenu } from './account-menu';
import { BottomBar } from './bottom-bar';
import { LogoLink } from './logo-link';
import { NavLink } from './nav-link';
import { navigation } from './navigation';
import { PatientSearch } from './patient-search';
import type { ShellPerson } from './shell-person';

interface StaffShellProps {
  portal: 'doctor' | 'admin';
  person: ShellPerson;
  /** After how many idle minutes the session ends. */
  locksAfterMinutes?: number;
  /** Of a doctor: finds patients of the own panel. */
  search?: SearchAction;
  /** At the end of the top bar: the portal's main acts. */
  actions?: ReactNode;
  children: ReactNode;
}

export function StaffShell({
  portal,
  person,
  locksAfterMinutes,
  search,
  actions,
  children,
}: StaffShellProps) {
  const t = useTranslations('shell');
  const logo = <LogoLink href={homeOf(portal)} />;
  return (
    <div
      data-density="dense"
      className="md:grid md:min-h-[calc(100dvh-var(--banner))] md:grid-cols-[11.5rem_minmax(0,1fr)]"
    >
      <SkipLink />
      <aside
        aria-label={t('rail')}
        className="sticky top-(--banner) hidden h-[calc(100dvh-var(--banner))] flex-col border-e border-border bg-surface md:flex no-print"
      >
        <div className="flex h-13 items-center px-4">{logo}</div>
        <nav aria-label={t('navigation')} className="flex-1 overflow-y-auto px-2 pt-2">
          <ul className="flex flex-col gap-0.5">
            {navigation[portal].map(({ key, href, icon: Icon, exact }) => (
              <li key={key}>
                <NavLink
                  href={href}
                  exact={exact}
                  className="flex min-h-11 items-center gap-3 rounded-field px-2.5 font-medium text-muted hover:bg-sunken aria-[current=page]:bg-primary-soft aria-[current=page]:font-semibold aria-[current=page]:text-primary-ink compact:min-h-8"
                >
                  <Icon aria-hidden className="size-4" />
                  {t(`nav.${key}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex flex-col gap-1 border-t border-border p-3">
          {locksAfterMinutes !== undefined && (
            <p className="flex items-center gap-2 px-1 text-xs text-muted">
              <Lock aria-hidden className="size-3.5" />
              {t('locksAfter', { minutes: locksAfterMinutes })}
            </p>
          )}
          <AccountMenu person={person} placement="above" />
        </div>
      </aside>
      <div className="min-w-0">
        <header
          className={`flex min-h-14 items-center gap-3 border-b border-border bg-surface px-4 py-2 md:min-h-13 md:py-1 no-print ${search || actions ? '' : 'md:hidden'}`.trimEnd()}
        >
          <div className="md:hidden">{logo}</div>
          {search && <PatientSearch action={search} />}
          <div className="ms-auto flex items-center gap-2">
            {actions}
            <div className="md:hidden">
              <AccountMenu person={person} />
            </div>
          </div>
        </header>
        <main id="main" tabIndex={-1} className="px-4 pt-4 pb-24 outline-none sm:px-6 md:pb-10">
          {children}
        </main>
      </div>
      <BottomBar portal={portal} />
    </div>
  );
}
