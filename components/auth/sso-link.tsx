import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class';

interface SsoLinkProps {
  /** What staff call their identity provider; undefined where nobody said. */
  name: string | undefined;
  href: string;
}

/** A plain link: it leaves this site, so that nothing of it may be fetched before it is pressed. */
export function SsoLink({ name, href }: SsoLinkProps) {
  const t = useTranslations('auth.signIn');
  return (
    <div className="mt-6 flex flex-col gap-2 border-border border-t pt-6">
      <a href={href} className={buttonClass('secondary', 'w-full')}>
        {t('sso', { name: name ?? t('ssoUnnamed') })}
      </a>
      <p className="text-base text-muted">{t('ssoHint')}</p>
    </div>
  );
}
