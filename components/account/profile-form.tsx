import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft, FormState } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface ProfileFormProps {
  /** `first_name`, `last_name`, `phone_number`, `date_of_birth`, `address`. */
  values: FormState['values'];
  action: FormAction;
  draft: FormDraft;
}

/** The account's own details. A chart keeps the identity that it was made with. */
export function ProfileForm({ values, action, draft }: ProfileFormProps) {
  const t = useTranslations('account.profile');
  const optional = t('optional');
  return (
    <Card>
      <Form
        id="profile"
        action={action}
        draft={draft}
        fields={{
          first_name: t('first_name'),
          last_name: t('last_name'),
          date_of_birth: t('date_of_birth'),
          phone_number: t('phone_number'),
          address: t('address'),
        }}
        initial={{ status: 'idle', values }}
      >
        <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
          <TextField name="first_name" label={t('first_name')} autoComplete="given-name" maxLength={100} />
          <TextField name="last_name" label={t('last_name')} autoComplete="family-name" maxLength={100} />
        </div>
        <TextField
          name="date_of_birth"
          type="date"
          label={t('date_of_birth')}
          optionalLabel={optional}
          autoComplete="bday"
        />
        <TextField
          name="phone_number"
          type="tel"
          label={t('phone_number')}
          hint={t('phoneHint')}
          optionalLabel={optional}
          autoComplete="tel"
          maxLength={20}
        />
        <TextAreaField name="address" label={t('address')} optionalLabel={optional} maxLength={500} />
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
