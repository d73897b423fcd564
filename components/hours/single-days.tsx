import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';

interface SingleDaysProps {
  days: readonly { day: string; hours: readonly { starts: string; ends: string; slot_minutes: number }[] }[];
  /** Posts the `day` on which the week holds again. */
  clear: FormAction;
}

/** Days on which other hours hold than in the usual week. */
export function SingleDays({ days, clear }: SingleDaysProps) {
  const t = useTranslations('hours.days');
  const { plainLongDateWithYear } = formatter(useLocale(), 'UTC');
  if (days.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <Card as="ul" flush>
      {days.map(({ day, hours }) => (
        <li key={day} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-52">
            <p className="font-semibold">{plainLongDateWithYear(day)}</p>
            {hours.length === 0 && <p className="text-muted">{t('nobody')}</p>}
            {hours.map(({ starts, ends, slot_minutes }) => (
              <p key={starts} className="text-muted tabular-nums">
                {t('span', { starts, ends, minutes: slot_minutes })}
              </p>
            ))}
          </div>
          <Form id={`clear-${day}`} action={clear}>
            <input type="hidden" name="day" value={day} />
            <SubmitButton tone="secondary" pendingLabel={t('pending')}>
              {t('clear')} <span className="sr-only">{plainLongDateWithYear(day)}</span>
            </SubmitButton>
          </Form>
        </li>
      ))}
    </Card>
  );
}
