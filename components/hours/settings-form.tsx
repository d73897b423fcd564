import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

const names = ['buffer_minutes', 'lead_minutes', 'horizon_days', 'daily_cap'] as const;

interface SettingsFormProps {
  settings: Readonly<Record<(typeof names)[number], number | null>>;
  version: number;
  /** Posts `settings.…` with the version that was read. */
  action: FormAction;
}

/** How a doctor wants to be booked. */
export function SettingsForm({ settings, version, action }: SettingsFormProps) {
  const t = useTranslations('hours.settings');
  const fields = Object.fromEntries(names.map((name) => [`settings.${name}`, t(`field.${name}`)]));
  const values = Object.fromEntries(names.map((name) => [`settings.${name}`, String(settings[name] ?? '')]));
  return (
    <Card>
      <Form id="settings" action={action} fields={fields} initial={{ status: 'idle', values }}>
        <input type="hidden" name="expected_version" value={version} />
        {names.map((name) => (
          <TextField
            key={name}
            name={`settings.${name}`}
            label={t(`field.${name}`)}
            hint={t(`hint.${name}`)}
            optionalLabel={name === 'daily_cap' ? t('optional') : undefined}
            inputMode="numeric"
            required={name !== 'daily_cap'}
            autoComplete="off"
          />
        ))}
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
