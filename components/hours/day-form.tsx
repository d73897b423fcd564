import { useTranslations } from 'next-intl';
import { CheckField } from '#components/form/check-field';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { SpanFields, spanFieldNames } from './span-fields';
import type { WeeklySpan } from './week-list';
import { useWeekdayName, weekdays } from './weekday-name';

interface DayFormProps {
  weekday: number;
  /** Of this day, in order. */
  spans: readonly WeeklySpan[];
  rooms: readonly { id: string; name: string }[];
  version: number;
  /** Posts `weekly.<n>.…`, `weekly.also.<weekday>` and the version that was read. */
  action: FormAction;
}

const blank = { in_person: true, video: true, slot_minutes: 20 };

/** One day of the week with its spans and room for one more; the same may be said of other days at once. */
export function DayForm({ weekday, spans, rooms, version, action }: DayFormProps) {
  const t = useTranslations('hours.day');
  const nameOf = useWeekdayName();
  const rows = [...spans, blank].map((span, n) => ({ n, span: span as Partial<WeeklySpan> }));
  const named = rows.flatMap(({ n, span }) =>
    spanFieldNames.map((field) => ({
      name: `weekly.${n}.${field}`,
      label: t('fieldOf', { field: t(`field.${field}`), number: n + 1 }),
      value: String(span[field] ?? ''),
    })),
  );
  const others = weekdays.filter((each) => each !== weekday);
  return (
    <Card>
      <Form
        id="day"
        action={action}
        fields={Object.fromEntries(named.map(({ name, label }) => [name, label]))}
        initial={{
          status: 'idle',
          values: Object.fromEntries(named.map(({ name, value }) => [name, value])),
        }}
      >
        <input type="hidden" name="expected_version" value={version} />
        {rows.map(({ n, span }) => (
          <fieldset key={n} className="border-t border-border pt-3 first-of-type:border-0 first-of-type:pt-0">
            <legend className="float-start mb-2 w-full font-semibold">
              {t(span.starts ? 'hours' : 'moreHours', { number: n + 1 })}
            </legend>
            <SpanFields group={`weekly.${n}`} rooms={rooms} step={span.slot_minutes ?? blank.slot_minutes} />
          </fieldset>
        ))}
        <fieldset className="border-t border-border pt-3">
          <legend className="float-start mb-1 w-full font-semibold">{t('also')}</legend>
          <div className="clear-both grid gap-x-4 sm:grid-cols-3">
            {others.map((each) => (
              <CheckField key={each} name={`weekly.also.${each}`} label={nameOf(each)} />
            ))}
          </div>
        </fieldset>
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
