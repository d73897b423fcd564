import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { RadioCards } from '#components/form/radio-cards';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

const names = ['first_day', 'last_day', 'starts', 'ends'] as const;

interface AbsenceFormProps {
  action: FormAction;
  /** The day of which some hours are to be blocked, where somebody comes from it. */
  blockOn?: string | undefined;
}

/** Posts `kind`, the days and, where it is not whole days, the times. */
export function AbsenceForm({ action, blockOn }: AbsenceFormProps) {
  const t = useTranslations('hours.away');
  const fields = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  return (
    <Card>
      <Form id="absence" action={action} fields={{ kind: t('kind.legend'), ...fields }}>
        <RadioCards
          name="kind"
          legend={t('kind.legend')}
          defaultValue={blockOn === undefined ? 'leave' : 'block'}
          options={(['leave', 'block'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          {names.map((name) => (
            <TextField
              key={name}
              name={name}
              type={name.endsWith('day') ? 'date' : 'time'}
              label={t(`field.${name}`)}
              hint={t(`hint.${name}`)}
              required={name === 'first_day'}
              {...(name === 'first_day' && { defaultValue: blockOn })}
            />
          ))}
        </div>
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
