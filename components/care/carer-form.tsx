import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { RadioCards } from '#components/form/radio-cards';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface CarerFormProps {
  /** ISO date. */
  today: string;
  /** Posts `carer_name`, `email`, `scope` and `until`. */
  action: FormAction;
  draft: FormDraft;
}

const scopes = ['chart', 'appointments', 'chart_and_appointments'] as const;

export function CarerForm({ today, action, draft }: CarerFormProps) {
  const t = useTranslations('sharing.form');
  const fields = { carer_name: t('name'), email: t('email'), scope: t('scope'), until: t('until') };
  return (
    <Card>
      <Form id="carer" action={action} fields={fields} draft={draft}>
        <TextField
          name="carer_name"
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="off"
          required
          maxLength={100}
        />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          autoComplete="off"
          required
          maxLength={254}
        />
        <RadioCards
          name="scope"
          legend={t('scope')}
          defaultValue="chart"
          options={scopes.map((value) => ({
            value,
            label: t(`scopes.${value}`),
            detail: t(`scopes.${value}Detail`),
          }))}
        />
        <TextField
          name="until"
          type="date"
          label={t('until')}
          hint={t('untilHint')}
          optionalLabel={t('optional')}
          min={today}
        />
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
