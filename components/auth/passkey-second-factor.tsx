import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { PasskeyButton, type PasskeyButtonProps } from './passkey-button';
import { TrustDeviceField } from './trust-device-field';
import { usePasskeyWords } from './use-passkey-words';

interface PasskeySecondFactorProps {
  begin: PasskeyButtonProps['begin'];
  /** Posts `response`, `trust_device` and `next`. */
  action: FormAction;
  /** A checked path of this site (`safeNext`). */
  next?: string;
  mayTrustDevice: boolean;
}

/** The second step of signing in, by passkey or security key. */
export function PasskeySecondFactor({ begin, action, next, mayTrustDevice }: PasskeySecondFactorProps) {
  const t = useTranslations('auth.passkey');
  const code = useTranslations('auth.code.webauthn');
  return (
    <Form id="passkey-second-factor" action={action}>
      {next && <input type="hidden" name="next" value={next} />}
      <p className="text-muted">{code('intro')}</p>
      {mayTrustDevice && <TrustDeviceField />}
      <PasskeyButton {...usePasskeyWords()} begin={begin} label={t('secondFactor')} />
    </Form>
  );
}
