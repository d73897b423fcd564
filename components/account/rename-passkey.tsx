import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

interface RenamePasskeyProps {
  id: string;
  name: string | null;
  /** Posts `id` and `name`. */
  action: FormAction;
}

export function RenamePasskey({ id, name, action }: RenamePasskeyProps) {
  const t = useTranslations('account.passkeys');
  return (
    <Form id="rename-passkey" action={action} fields={{ name: t('name') }}>
      <input type="hidden" name="id" value={id} />
      <TextField
        name="name"
        label={t('name')}
        defaultValue={name ?? ''}
        maxLength={60}
        autoComplete="off"
        required
      />
      <p className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel={t('renaming')}>{t('saveName')}</SubmitButton>
        <TextLink href={paths.account.passkeys}>{t('keep')}</TextLink>
      </p>
    </Form>
  );
}
