import { useTranslations } from 'next-intl';
import { paths } from '#lib/platform/paths';
import { CalendarKeys } from './calendar-keys';

const keys = [
  ['arrows', '↑ ↓ ← →'],
  ['open', 'Enter'],
  ['move', 'm'],
  ['new', 'n'],
  ['block', 'b'],
  ['search', '/'],
  ['today', 't'],
  ['help', '?'],
] as const;

const keyClass = 'rounded-field border border-border bg-sunken px-1.5 font-mono text-xs';

/** The keys of a doctor's calendar: said below it, and in a dialog that one of them opens. */
export function CalendarHelp({ todayHref, blockOn }: { todayHref: string; blockOn: string }) {
  const t = useTranslations('appointments.keys');
  const list = (className: string) => (
    <dl className={className}>
      {keys.map(([name, key]) => (
        <div key={name} className="flex items-center gap-1.5">
          <dt>
            <kbd className={keyClass}>{key}</kbd>
          </dt>
          <dd>{t(name)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <>
      {list('hidden flex-wrap gap-x-4 gap-y-1 text-xs text-muted md:flex')}
      <CalendarKeys
        newHref={paths.doctor.patients}
        searchHref={paths.doctor.patients}
        todayHref={todayHref}
        blockHref={paths.doctor.blockTime(blockOn)}
        labels={{ title: t('title'), close: t('close'), single: t('single') }}
      >
        {list('flex flex-col gap-2')}
      </CalendarKeys>
    </>
  );
}
