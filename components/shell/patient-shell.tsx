import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SkipLink } from '#components/ui/skip-link';
import { paths } from '#lib/platform/paths';
import { AccountMenu } from './account-menu';
import { BottomBar } from './bottom-bar';
import { LogoLink } from './logo-link';
import { NavLink } from './nav-link';
import { navigation } from './navigation';
import type { ShellPerson } from './shell-person';

interface PatientShellProps {
  person: ShellPerson;
  children: ReactNode;
}

export function PatientShell({ person, children }: PatientShellProps) {
  const t = useTranslations('shell');
  return (
    <>
      <SkipLink />
      <header className="border-b border-border bg-surface no-print">
        <div className="mx-auto flex h-16 max-w-6xl items-center gap-10 px-4 sm:px-6">
          <LogoLink href={paths.patient.home} />
          <nav aria-label={t('navigation')} className="hidden h-full md:block">
            <ul className="flex h-full gap-7">
              {navigation.patient.map(({ key, href, exact }) => (
                <li key={key}>
                  <NavLink
                    href={href}
                    exact={exact}
                    className="inline-flex h-full items-center border-y-3 border-transparent text-base forced-colors:border-0 font-medium text-muted -outline-offset-2 hover:text-ink aria-[current=page]:border-b-primary aria-[current=page]:font-semibold aria-[current=page]:text-ink"
                  >
                    {t(`nav.${key}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ms-auto">
            <AccountMenu person={person} />
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-6xl px-4 pt-8 pb-28 outline-none sm:px-6 md:pt-10 md:pb-16"
      >
        {children}
      </main>
      <BottomBar portal="patient" />
    </>
  );
}
