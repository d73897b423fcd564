import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

interface RenameFactorProps {
  /** Whose page it stands on: its words, and the way back. */
  about: 'passkeys' | 'phone';
  id: string;
  name: string | null;
  /** Posts `id` and `name`. */
  action: FormAction;
}

export function RenameFactor({ about, id, name, action }: RenameFactorProps) {
  const t = useTranslations(`account.${about}`);
  return (
    <Form id="rename-factor" action={action} fields={{ name: t('name') }}>
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
        <TextLink href={paths.account[about]}>{t('keep')}</TextLink>
      </p>
    </Form>
  );
}
