import { ShieldAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { paths } from '#lib/platform/paths';

/** For whoever signs in with a password alone. */
export function FactorNudge() {
  const t = useTranslations('home.factor');
  return (
    <section
      aria-labelledby="factor"
      className="no-print card-edge flex flex-wrap items-center gap-x-5 gap-y-3 rounded-card bg-info-soft px-5 py-4 text-info-ink sm:px-6"
    >
      <ShieldAlert aria-hidden className="size-6 shrink-0" />
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="factor" className="font-semibold">
          {t('title')}
        </h2>
        <p className="text-base">{t('text')}</p>
      </div>
      <ButtonLink href={paths.account.authenticator} tone="secondary">
        {t('action')}
      </ButtonLink>
    </section>
  );
}
