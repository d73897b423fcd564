import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { PasskeyFacts, type PasskeyView } from './passkey-facts';
import { RemoveFactor } from './remove-factor';
import { RenameFactor } from './rename-factor';

interface PasskeyListProps {
  passkeys: readonly PasskeyView[];
  zone: string;
  /** The passkey that is to be renamed or removed, by the address: each question works without script. */
  asked: { rename?: string | undefined; remove?: string | undefined };
  actions: { rename: FormAction; remove: FormAction };
}

export function PasskeyList({ passkeys, zone, asked, actions }: PasskeyListProps) {
  const t = useTranslations('account.passkeys');
  return (
    <Card as="ul" flush>
      {passkeys.map((passkey) => {
        const { id } = passkey;
        const name = passkey.name ?? t('unnamed');
        return (
          <li key={id} className="flex flex-col gap-3 px-5 py-4 dense:px-4 dense:py-3">
            <PasskeyFacts passkey={passkey} name={name} zone={zone} />
            <div className="ps-9">
              {asked.rename === id && (
                <RenameFactor about="passkeys" id={id} name={passkey.name} action={actions.rename} />
              )}
              {asked.remove === id && (
                <RemoveFactor id={id} name={name} action={actions.remove} back={paths.account.passkeys} />
              )}
              {asked.rename !== id && asked.remove !== id && (
                <p className="flex gap-5">
                  <TextLink href={paths.account.passkeysAsking({ rename: id })}>
                    {t('rename')} <span className="sr-only">{name}</span>
                  </TextLink>
                  <TextLink href={paths.account.passkeysAsking({ remove: id })}>
                    {t('remove')} <span className="sr-only">{name}</span>
                  </TextLink>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </Card>
  );
}
