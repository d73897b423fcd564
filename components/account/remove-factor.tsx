import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

interface RemoveFactorProps {
  /** Whose page it stands on: its words, and the way back. */
  about: 'passkeys' | 'phone';
  id: string;
  name: string;
  /** Posts `id`. */
  action: FormAction;
}

/** The question before it: what will be so afterwards. */
export function RemoveFactor({ about, id, name, action }: RemoveFactorProps) {
  const t = useTranslations(`account.${about}`);
  return (
    <Form id="remove-factor" action={action}>
      <input type="hidden" name="id" value={id} />
      <p>{t('removeText', { name })}</p>
      <p className="flex flex-wrap items-center gap-4">
        <SubmitButton tone="danger" pendingLabel={t('removing')}>
          {t('removeConfirm')}
        </SubmitButton>
        <TextLink href={paths.account[about]}>{t('keep')}</TextLink>
      </p>
    </Form>
  );
}
