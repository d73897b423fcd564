import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { PhoneFacts, type PhoneView } from './phone-facts';
import { RemoveFactor } from './remove-factor';
import { RenameFactor } from './rename-factor';

interface OwnPhoneProps {
  phone: PhoneView;
  zone: string;
  /** What is asked about it, by the address: each question works without script. */
  asked: string | undefined;
  actions: { rename: FormAction; remove: FormAction };
}

export function OwnPhone({ phone, zone, asked, actions }: OwnPhoneProps) {
  const t = useTranslations('account.phone');
  const { id } = phone;
  const name = phone.name ?? t('unnamed');
  return (
    <Card className="flex flex-col gap-3">
      <PhoneFacts phone={phone} name={name} zone={zone} />
      {asked === 'rename' && <RenameFactor about="phone" id={id} name={phone.name} action={actions.rename} />}
      {asked === 'remove' && (
        <RemoveFactor id={id} name={name} action={actions.remove} back={paths.account.phone} />
      )}
      {asked !== 'rename' && asked !== 'remove' && (
        <p className="flex gap-5">
          <TextLink href={paths.account.phoneAsking('rename')} className="inline-flex min-h-11 items-center">
            {t('rename')}
          </TextLink>
          <TextLink href={paths.account.phoneAsking('remove')} className="inline-flex min-h-11 items-center">
            {t('remove')}
          </TextLink>
        </p>
      )}
    </Card>
  );
}
