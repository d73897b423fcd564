import { useTranslations } from 'next-intl';
import { Temporal } from 'temporal-polyfill';
import { Notice } from '#components/ui/notice';
import { type ClosedView, useClosedWords } from './closed-time';

interface Span {
  starts_at: string;
  ends_at: string;
}

/** When a visit would be that keeps its length, at a date and time by the clock of its site. */
export function movedTo(
  visit: { scheduled_at: string; ends_at: string; zone: string },
  { date, time }: { date: string; time: string },
): Span {
  const length = Temporal.Instant.from(visit.scheduled_at).until(Temporal.Instant.from(visit.ends_at));
  const start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: visit.zone, plainTime: time });
  return {
    starts_at: start.toInstant().toString(),
    ends_at: start.toInstant().add(length).toString(),
  };
}

/** Of the closed times those into which it would reach. */
export function closedWithin(closed: readonly ClosedView[], span: Span): ClosedView[] {
  const [from, until] = [Date.parse(span.starts_at), Date.parse(span.ends_at)];
  return closed.filter((each) => Date.parse(each.starts_at) < until && Date.parse(each.ends_at) > from);
}

/** Before somebody moves a visit there: that no time is offered then, and why. */
export function ClosedNotice({ closed, zone }: { closed: readonly ClosedView[]; zone: string }) {
  const t = useTranslations('appointments.move');
  const words = useClosedWords(zone);
  if (closed.length === 0) return null;
  return (
    <Notice tone="warn" title={t('closed')}>
      <ul>
        {closed.map((each) => {
          const { what, when } = words(each);
          return <li key={each.kind + each.starts_at}>{[what, when].filter(Boolean).join(', ')}</li>;
        })}
      </ul>
    </Notice>
  );
}
