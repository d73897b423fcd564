import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { RadioCards } from '#components/form/radio-cards';
import { TextAreaField } from '#components/form/text-area-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import type { PersonAct } from '#lib/platform/paths';
import { DoctorFields, type SiteView } from './doctor-fields';

interface PersonActFormProps {
  act: PersonAct;
  /** What the person is now. */
  role: 'patient' | 'doctor' | 'admin';
  /** Where a new doctor may work. */
  sites: readonly SiteView[];
  /** Posts `reason`, and `role` or `identity_check` where the act needs it. */
  action: FormAction;
}

const checks = ['in_person', 'video_call', 'known_number'] as const;

export function PersonActForm({ act, role, sites, action }: PersonActFormProps) {
  const t = useTranslations('person.act');
  const fields = useTranslations('invite.field');
  const roles = (['patient', 'doctor', 'admin'] as const).filter((each) => each !== role);
  return (
    <Card>
      <Form
        id="act"
        action={action}
        fields={{
          ...{ reason: t('reason'), role: t('role.legend'), identity_check: t('recovery.legend') },
          ...{ display_name: fields('display_name'), speciality: fields('speciality') },
          clinic_id: fields('clinic_id'),
        }}
        className="group flex flex-col gap-5"
      >
        {act === 'role' && (
          <RadioCards
            name="role"
            legend={t('role.legend')}
            options={roles.map((value) => ({
              value,
              label: t(`role.${value}`),
              detail: t(`role.${value}Detail`),
            }))}
          />
        )}
        {act === 'role' && role !== 'doctor' && (
          <div className="hidden flex-col gap-5 group-has-[[value=doctor]:checked]:flex">
            <DoctorFields sites={sites} required={false} />
          </div>
        )}
        {act === 'recovery' && (
          <RadioCards
            name="identity_check"
            legend={t('recovery.legend')}
            options={checks.map((value) => ({ value, label: t(`recovery.${value}`) }))}
          />
        )}
        <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} required maxLength={1000} />
        <div>
          <SubmitButton tone={act === 'disable' ? 'danger' : 'primary'} pendingLabel={t('pending')}>
            {t(`${act}.submit`)}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
