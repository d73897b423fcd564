import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { RadioCards } from '#components/form/radio-cards';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { stepsWith } from './span-fields';

const rows = [0, 1] as const;
const names = ['starts', 'ends', 'slot_minutes'] as const;

/** Posts `day`, `hours.kind` and up to two spans as `hours.<n>.…`. */
export function SingleDayForm({ action }: { action: FormAction }) {
  const t = useTranslations('hours.days');
  const fields = rows.flatMap((n) =>
    names.map((name) => [`hours.${n}.${name}`, t('fieldOf', { field: t(`field.${name}`), number: n + 1 })]),
  );
  return (
    <Card>
      <Form
        id="single-day"
        action={action}
        fields={{ day: t('field.day'), ...Object.fromEntries(fields) }}
        className="group flex flex-col gap-5 dense:gap-4"
        initial={{
          status: 'idle',
          values: { 'hours.kind': 'other', 'hours.0.slot_minutes': '20', 'hours.1.slot_minutes': '20' },
        }}
      >
        <TextField name="day" type="date" label={t('field.day')} required />
        <RadioCards
          name="hours.kind"
          legend={t('kind.legend')}
          options={(['other', 'nobody'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <div className="flex flex-col gap-3 group-has-[[value=nobody]:checked]:hidden">
          {rows.map((n) => (
            <fieldset key={n}>
              <legend className="float-start mb-1 w-full font-semibold">
                {t(n === 0 ? 'first' : 'second')}
              </legend>
              <div className="clear-both grid grid-cols-2 gap-3 sm:grid-cols-3">
                <TextField name={`hours.${n}.starts`} type="time" label={t('field.starts')} />
                <TextField name={`hours.${n}.ends`} type="time" label={t('field.ends')} />
                <SelectField
                  name={`hours.${n}.slot_minutes`}
                  label={t('field.slot_minutes')}
                  choices={stepsWith(20).map((minutes) => ({
                    value: String(minutes),
                    label: t('minutes', { minutes }),
                  }))}
                />
              </div>
            </fieldset>
          ))}
        </div>
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
