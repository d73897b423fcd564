import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Temporal } from 'temporal-polyfill';
import { ClosedNotice, closedWithin, movedTo } from '#components/appointments/closed-notice';
import { NearestTimes } from '#components/appointments/nearest-times';
import { visitDay } from '#components/appointments/visit-time';
import { wishedDate } from '#components/appointments/wished-date';
import { Form } from '#components/form/form';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';
import { getAppointment } from '#lib/operations/appointments/get';
import { listClosedTimes } from '#lib/operations/hours/list-closed';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { moveVisit } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.move');
  return { title: t('title') };
}

interface MovePageProps {
  params: Promise<{ id: string }>;
  /** The date and time to which it was dragged. */
  searchParams: SearchParams;
}

/** Another date and time. */
export default async function MovePage({ params, searchParams }: MovePageProps) {
  const [{ id }, { today, practitioner_id }, asked] = await Promise.all([
    params,
    personOf('doctor'),
    queryOf(searchParams),
  ]);
  const [visit, t] = await Promise.all([query(getAppointment, { id }), getTranslations('appointments')]);
  const time = Temporal.Instant.from(visit.scheduled_at).toZonedDateTimeISO(visit.zone).toPlainTime();
  const format = formatter(await getLocale(), visit.zone);
  const when = `${format.longDate(visit.scheduled_at)}, ${format.time(visit.scheduled_at)}`;
  const dropped = { date: wishedDate(asked.date)?.toString(), time: wishedTime(asked.time) };
  const { allowed, reason } = visit.can.move;
  // Of another doctor's times only they are told.
  const closed = allowed && visit.doctor_id === practitioner_id ? await closedAt(visit, dropped) : [];
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <PageHeader title={t('move.title')} back={{ href: paths.doctor.visit(id), label: t('visit') }} />
      {reason && <Notice tone="warn" title={t(`cannotCancel.${reason}`)} />}
      <ClosedNotice closed={closed} zone={visit.zone} />
      {allowed && (
        <Card className="flex flex-col gap-3">
          <h2>{t('move.from', { when })}</h2>
          {dropped.date && dropped.time && <p>{t('move.dropped')}</p>}
          <Form
            id="move"
            action={moveVisit.bind(null, { id, version: visit.version, zone: visit.zone })}
            fields={{ date: t('move.date'), time: t('move.time') }}
          >
            <TextField
              name="date"
              type="date"
              label={t('move.date')}
              min={today}
              defaultValue={dropped.date ?? visitDay(visit)}
              required
            />
            <TextField
              name="time"
              type="time"
              label={t('move.time')}
              hint={t('move.effect')}
              defaultValue={dropped.time ?? time.toString({ smallestUnit: 'minute' })}
              required
            />
            <SubmitButton pendingLabel={t('completing')}>{t('move.submit')}</SubmitButton>
            <NearestTimes title={t('book.nearest')} />
          </Form>
        </Card>
      )}
    </div>
  );
}

async function closedAt(
  visit: { scheduled_at: string; ends_at: string; zone: string },
  { date, time }: { date: string | undefined; time: string | undefined },
) {
  if (!date || !time) return [];
  const { items } = await query(listClosedTimes, { from: date });
  return closedWithin(items, movedTo(visit, { date, time }));
}

const wishedTime = (text: string | undefined) =>
  text && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined;
