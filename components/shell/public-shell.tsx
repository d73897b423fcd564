import type { ReactNode } from 'react';
import { SkipLink } from '#components/ui/skip-link';
import { paths } from '#lib/platform/paths';
import { LogoLink } from './logo-link';

interface PublicShellProps {
  /** `form`: one narrow column; `wide`: the landing page and lists. */
  width?: 'form' | 'wide';
  /** At the end of the top bar. */
  actions?: ReactNode;
  children: ReactNode;
}

export function PublicShell({ width = 'form', actions, children }: PublicShellProps) {
  return (
    <>
      <SkipLink />
      <header className="border-b border-border bg-surface no-print">
        <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-4 px-4 sm:px-6">
          <LogoLink href={paths.home} />
          {actions}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto px-4 pt-8 pb-16 outline-none sm:px-6 md:pt-14 ${width === 'form' ? 'max-w-lg' : 'max-w-6xl'}`}
      >
        {children}
      </main>
    </>
  );
}
