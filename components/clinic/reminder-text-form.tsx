import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

export interface ReminderWords {
  subject: string;
  mail: string;
  text: string;
}

interface ReminderTextFormProps {
  words: ReminderWords;
  /** Takes the product's own words again; null where they are said. */
  reset: FormAction | null;
  /** Posts `subject`, `mail` and `text`. */
  action: FormAction;
}

/** What one kind of reminder says in one language. */
export function ReminderTextForm({ words, reset, action }: ReminderTextFormProps) {
  const t = useTranslations('clinicSetup.reminders');
  const fields = { subject: t('field.subject'), mail: t('field.mail'), text: t('field.text') };
  return (
    <Card className="flex flex-col gap-5">
      <Form
        id="reminder-text"
        action={action}
        fields={fields}
        initial={{ status: 'idle', values: { ...words } }}
      >
        <p className="text-muted">{t('placeholders')}</p>
        <TextField name="subject" label={fields.subject} required maxLength={120} autoComplete="off" />
        <TextAreaField
          name="mail"
          label={fields.mail}
          hint={t('hint.mail')}
          rows={8}
          required
          maxLength={2000}
        />
        <TextField
          name="text"
          label={fields.text}
          hint={t('hint.text')}
          required
          maxLength={200}
          autoComplete="off"
        />
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('save')}</SubmitButton>
        </div>
      </Form>
      {reset && (
        <Form id="reminder-reset" action={reset}>
          <div>
            <SubmitButton tone="secondary" pendingLabel={t('pending')}>
              {t('reset')}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}
