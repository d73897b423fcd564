import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { PasskeyButton, type PasskeyButtonProps } from './passkey-button';
import { usePasskeyWords } from './use-passkey-words';

interface PasskeySecondFactorProps {
  begin: PasskeyButtonProps['begin'];
  /** Posts `response` and `next`. */
  action: FormAction;
  /** A checked path of this site (`safeNext`). */
  next?: string;
}

/** The second step of signing in, by passkey or security key. */
export function PasskeySecondFactor({ begin, action, next }: PasskeySecondFactorProps) {
  const t = useTranslations('auth.passkey');
  return (
    <Form id="passkey-second-factor" action={action}>
      {next && <input type="hidden" name="next" value={next} />}
      <PasskeyButton {...usePasskeyWords()} begin={begin} label={t('secondFactor')} />
    </Form>
  );
}
