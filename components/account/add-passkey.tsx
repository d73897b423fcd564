import { useTranslations } from 'next-intl';
import { PasskeyButton, type PasskeyButtonProps } from '#components/auth/passkey-button';
import { usePasskeyWords } from '#components/auth/use-passkey-words';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';

interface AddPasskeyProps {
  begin: PasskeyButtonProps['begin'];
  /** Posts `name` and `response`. */
  action: FormAction;
}

/** A name, then the browser asks for the rest. */
export function AddPasskey({ begin, action }: AddPasskeyProps) {
  const t = useTranslations('account.passkeys');
  return (
    <Card className="flex flex-col gap-4">
      <p className="text-muted">{t('addText')}</p>
      <Form id="add-passkey" action={action} fields={{ name: t('name') }}>
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          optionalLabel={t('optional')}
          maxLength={60}
          autoComplete="off"
        />
        <PasskeyButton {...usePasskeyWords()} begin={begin} label={t('add')} />
      </Form>
    </Card>
  );
}
