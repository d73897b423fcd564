import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { TextAreaField } from '#components/form/text-area-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface AssignFormProps {
  doctors: readonly { id: string; display_name: string; speciality: string }[];
  /** Posts `doctor_id` and `reason`. */
  action: FormAction;
}

export function AssignForm({ doctors, action }: AssignFormProps) {
  const t = useTranslations('person.doctors');
  const act = useTranslations('person.act');
  return (
    <Card>
      <Form id="assign" action={action} fields={{ doctor_id: t('doctor'), reason: act('reason') }}>
        <SelectField
          name="doctor_id"
          label={t('doctor')}
          required
          choices={[
            { value: '', label: t('choose') },
            ...doctors.map(({ id, display_name, speciality }) => ({
              value: id,
              label: `${display_name}, ${speciality}`,
            })),
          ]}
        />
        <TextAreaField
          name="reason"
          label={act('reason')}
          hint={act('reasonHint')}
          required
          maxLength={1000}
        />
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
