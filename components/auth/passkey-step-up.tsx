import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { PasskeyButton, type PasskeyButtonProps } from './passkey-button';
import { usePasskeyWords } from './use-passkey-words';

interface PasskeyStepUpProps {
  begin: PasskeyButtonProps['begin'];
  /** Posts `response` and `next`. */
  action: FormAction;
  /** A checked path of this site (`safeNext`). */
  next?: string;
}

/** Before a sensitive act: shows afresh that it is you, and goes on to where you were. */
export function PasskeyStepUp({ begin, action, next }: PasskeyStepUpProps) {
  const t = useTranslations('auth.passkey');
  return (
    <Form id="passkey-step-up" action={action}>
      {next && <input type="hidden" name="next" value={next} />}
      <PasskeyButton {...usePasskeyWords()} begin={begin} label={t('stepUp')} />
    </Form>
  );
}
