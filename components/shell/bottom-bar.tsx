import { useTranslations } from 'next-intl';
import type { PortalRole } from '#lib/platform/paths';
import { NavLink } from './nav-link';
import { navigation } from './navigation';

/** Phones: the same pages, fixed at the thumb. */
export function BottomBar({ portal }: { portal: PortalRole }) {
  const t = useTranslations('shell');
  return (
    <nav
      aria-label={t('navigation')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-border bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        {navigation[portal].map(({ key, href, icon: Icon, exact }) => (
          <li key={key} className="flex-1">
            <NavLink
              href={href}
              exact={exact}
              className="flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs font-medium text-muted -outline-offset-2 aria-[current=page]:font-bold aria-[current=page]:text-primary-ink"
            >
              <Icon aria-hidden className="size-5" />
              {t(`nav.${key}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
