import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { RadioCards } from '#components/form/radio-cards';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface ConsultingFormProps {
  doctors: readonly { id: string; display_name: string; speciality: string }[];
  /** ISO date. */
  today: string;
  mostDays: number;
  /** Posts `doctor_id`, `scope` and `until`. */
  action: FormAction;
}

/** Opens a chart to a colleague for a time. */
export function ConsultingForm({ doctors, today, mostDays, action }: ConsultingFormProps) {
  const t = useTranslations('colleagues');
  const fields = { doctor_id: t('doctor'), scope: t('scope'), until: t('until') };
  return (
    <Card>
      <Form id="consulting" action={action} fields={fields}>
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
        <RadioCards
          name="scope"
          legend={t('scope')}
          defaultValue="chart"
          options={(['chart', 'restricted'] as const).map((value) => ({
            value,
            label: t(`scopes.${value}`),
          }))}
        />
        <div className="max-w-xs">
          <TextField
            name="until"
            type="date"
            label={t('until')}
            hint={t('untilHint', { days: mostDays })}
            required
            min={today}
          />
        </div>
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
