import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { RemoveFactor } from './remove-factor';

interface OwnAuthenticatorProps {
  id: string;
  /** Its removal is being asked about. */
  asked: boolean;
  /** Posts `id`. */
  remove: FormAction;
}

/** The app that is set up: for whoever has lost the phone it is on. */
export function OwnAuthenticator({ id, asked, remove }: OwnAuthenticatorProps) {
  const t = useTranslations('account.authenticator.own');
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-xl dense:text-base">{t('title')}</h2>
      <p className="text-muted">{t('text')}</p>
      {asked ? (
        <RemoveFactor id={id} name={t('name')} action={remove} back={paths.account.authenticator} />
      ) : (
        <p>
          <TextLink href={paths.account.removeAuthenticator} className="inline-flex min-h-11 items-center">
            {t('remove')}
          </TextLink>
        </p>
      )}
    </Card>
  );
}
