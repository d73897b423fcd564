import { useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/text-link';

export type ShownMethod = 'webauthn' | 'totp' | 'sms' | 'recovery_code' | 'password';

interface MethodLinksProps {
  methods: readonly ShownMethod[];
  hrefOf: (method: ShownMethod) => string;
}

/** The other ways, for whoever does not have this one at hand. */
export function MethodLinks({ methods, hrefOf }: MethodLinksProps) {
  const t = useTranslations('auth.methods');
  if (methods.length === 0) return null;
  return (
    <nav aria-label={t('label')} className="flex flex-col gap-2">
      <p className="text-base text-muted">{t('label')}</p>
      <ul className="flex flex-col gap-1">
        {methods.map((method) => (
          <li key={method}>
            <TextLink href={hrefOf(method)} className="inline-flex min-h-11 items-center">
              {t(method)}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
