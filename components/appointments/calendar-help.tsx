import { useTranslations } from 'next-intl';
import { paths } from '#lib/platform/paths';
import { CalendarKeys } from './calendar-keys';

const keys = [
  ['arrows', '↑ ↓'],
  ['sideways', '← →'],
  ['open', 'Enter'],
  ['move', 'm'],
  ['new', 'n'],
  ['block', 'b'],
  ['search', '/'],
  ['today', 't'],
  ['help', '?'],
] as const;

const keyClass = 'rounded-field border border-border bg-sunken px-1.5 font-mono text-xs';

interface CalendarHelpProps {
  view: 'day' | 'week';
  previousHref: string;
  todayHref: string;
  nextHref: string;
  /** On which day a visit is booked or time is blocked: the first of those shown, or today where that is over. */
  day: string;
}

/** The keys of a doctor's calendar: said below it, and in a dialog that a button and one of them open. */
export function CalendarHelp({ view, day, ...steps }: CalendarHelpProps) {
  const t = useTranslations('appointments.keys');
  const list = (className: string) => (
    <dl className={className}>
      {keys.map(([name, key]) => (
        <div key={name} className="flex items-center gap-1.5">
          <dt>
            <kbd className={keyClass}>{key}</kbd>
          </dt>
          <dd>{t(name === 'sideways' ? `sideways.${view}` : name)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <>
      {list('hidden flex-wrap gap-x-4 gap-y-1 text-xs text-muted md:flex')}
      <CalendarKeys
        {...steps}
        newHref={paths.doctor.patientsOf({ day })}
        searchHref={paths.doctor.patients}
        blockHref={paths.doctor.blockTime(day)}
        labels={{ title: t('title'), close: t('close'), single: t('single') }}
      >
        {list('flex flex-col gap-2')}
      </CalendarKeys>
    </>
  );
}
