import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { PasskeyButton, type PasskeyButtonProps } from './passkey-button';
import { usePasskeyWords } from './use-passkey-words';

interface PasskeySignInProps {
  begin: PasskeyButtonProps['begin'];
  /** Posts `response` and `next`. */
  action: FormAction;
  /** A checked path of this site (`safeNext`). */
  next?: string;
}

/** Signing in without a password, in two actions: this button, then a touch or a look. */
export function PasskeySignIn({ begin, action, next }: PasskeySignInProps) {
  const t = useTranslations('auth.passkey');
  return (
    <Form id="passkey-sign-in" action={action}>
      {next && <input type="hidden" name="next" value={next} />}
      <PasskeyButton {...usePasskeyWords()} begin={begin} label={t('signIn')} tone="secondary" />
    </Form>
  );
}
