import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

interface RemovePasskeyProps {
  id: string;
  name: string;
  /** Posts `id`. */
  action: FormAction;
}

/** The question before it: what will be so afterwards. */
export function RemovePasskey({ id, name, action }: RemovePasskeyProps) {
  const t = useTranslations('account.passkeys');
  return (
    <Form id="remove-passkey" action={action}>
      <input type="hidden" name="id" value={id} />
      <p>{t('removeText', { name })}</p>
      <p className="flex flex-wrap items-center gap-4">
        <SubmitButton tone="danger" pendingLabel={t('removing')}>
          {t('removeConfirm')}
        </SubmitButton>
        <TextLink href={paths.account.passkeys}>{t('keep')}</TextLink>
      </p>
    </Form>
  );
}
