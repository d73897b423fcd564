import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { useWeekdayName, weekdays } from '#components/hours/weekday-name';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface Span {
  weekday: number;
  opens: string;
  closes: string;
}

interface OpeningHoursFormProps {
  hours: readonly Span[];
  version: number;
  /** Posts `hours.<weekday>-<n>.opens` and `.closes` with the version that was read. */
  action: FormAction;
}

/** The whole week: each day with its spans, and room for one more. */
export function OpeningHoursForm({ hours, version, action }: OpeningHoursFormProps) {
  const t = useTranslations('clinicSetup.hours');
  const nameOf = useWeekdayName();
  const days = weekdays.map((weekday) => {
    const spans = hours.filter((span) => span.weekday === weekday);
    const count = Math.max(2, spans.length + 1);
    return { weekday, rows: Array.from({ length: count }, (_, n) => ({ n, span: spans[n] })) };
  });
  const named = days.flatMap(({ weekday, rows }) =>
    rows.flatMap(({ n, span }) =>
      (['opens', 'closes'] as const).map((field) => ({
        name: `hours.${weekday}-${n}.${field}`,
        label: t(`${field}Of`, { day: nameOf(weekday), number: n + 1 }),
        value: span?.[field] ?? '',
      })),
    ),
  );
  const fields = Object.fromEntries(named.map(({ name, label }) => [name, label]));
  const values = Object.fromEntries(named.map(({ name, value }) => [name, value]));
  return (
    <Card>
      <Form id="opening" action={action} fields={fields} initial={{ status: 'idle', values }}>
        <input type="hidden" name="expected_version" value={version} />
        {days.map(({ weekday, rows }) => (
          <fieldset key={weekday} className="border-t border-border pt-3 first-of-type:border-0">
            <legend className="float-start mb-2 w-full font-semibold">{nameOf(weekday)}</legend>
            <div className="clear-both grid gap-x-8 gap-y-3 sm:grid-cols-2">
              {rows.map(({ n }) => (
                <div key={n} className="grid grid-cols-2 gap-3">
                  {(['opens', 'closes'] as const).map((field) => (
                    <TextField
                      key={field}
                      name={`hours.${weekday}-${n}.${field}`}
                      type="time"
                      label={t(field)}
                    />
                  ))}
                </div>
              ))}
            </div>
          </fieldset>
        ))}
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
