import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { DoctorFields, type SiteView } from './doctor-fields';

interface InviteFormProps {
  role: 'doctor' | 'admin';
  /** Where a doctor may work. */
  sites: readonly SiteView[];
  /** Posts `email` and the names; for a doctor what patients read, for an admin why. */
  action: FormAction;
}

const shared = ['first_name', 'last_name'] as const;
const ofDoctor = ['display_name', 'speciality', 'clinic_id'] as const;

export function InviteForm({ role, sites, action }: InviteFormProps) {
  const t = useTranslations('invite');
  const names = ['email', ...shared, ...ofDoctor, 'reason'] as const;
  const fields = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  return (
    <Card>
      <Form id="invite" action={action} fields={fields}>
        <TextField
          name="email"
          type="email"
          label={t('field.email')}
          autoComplete="off"
          required
          maxLength={254}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          {shared.map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`field.${name}`)}
              optionalLabel={t('optional')}
              autoComplete="off"
              maxLength={100}
            />
          ))}
        </div>
        {role === 'doctor' ? (
          <DoctorFields sites={sites} required />
        ) : (
          <TextAreaField
            name="reason"
            label={t('field.reason')}
            hint={t('hint.reason')}
            required
            maxLength={1000}
          />
        )}
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t(`submit.${role}`)}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
