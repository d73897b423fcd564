import { getTranslations } from 'next-intl/server';
import { Temporal } from 'temporal-polyfill';
import { BookingReview } from '#components/appointments/booking-review';
import { HeldNotice } from '#components/appointments/held-notice';
import { PageHeader } from '#components/ui/page-header';
import { getOwnHold } from '#lib/operations/appointments/own-hold';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import type { Asked } from '#lib/transport/page-query';
import { formDraft } from '../../../form-draft';
import { bookVisit } from './actions';
import { wishQuery } from './wish';

/** What is kept for the reader in the name of that patient; null where it is nothing, or for another. */
export async function keptTime(patientId: string | undefined) {
  const [{ hold }, { patient_id }] = await Promise.all([query(getOwnHold, {}), personOf('patient')]);
  return hold?.patient_id === (patientId ?? patient_id) ? hold : null;
}

interface ReviewVisitProps {
  kept: NonNullable<Awaited<ReturnType<typeof keptTime>>>;
  asked: Asked;
  /** For whom, where it is somebody whom the reader looks after. */
  patientId: string | undefined;
}

/** Last step: the time is kept while its booker reads everything once more. */
export async function ReviewVisit({ kept, asked, patientId }: ReviewVisitProps) {
  const to = paths.patient.chart(patientId);
  const [{ now, own_zone }, t] = await Promise.all([personOf('patient'), getTranslations('appointments')]);
  const { doctor_id, service_id, mode, zone } = kept;
  const day = Temporal.Instant.from(kept.scheduled_at).toZonedDateTimeISO(zone).toPlainDate().toString();
  const wish = {
    doctor_id,
    mode,
    ...(service_id && { service_id }),
    ...(patientId && { patient_id: patientId }),
  };
  const draft = patientId ? `visit.book:${doctor_id}:${patientId}` : `visit.book:${doctor_id}`;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        title={t('book.review')}
        kicker={own_zone ? t('book.ownClock', { zone: own_zone }) : t('book.clock', { zone })}
        back={{
          href: to.bookWith({
            ...wishQuery(asked),
            ...{ doctor: doctor_id, service: service_id ?? undefined, day },
          }),
          label: t('book.change'),
        }}
      />
      <BookingReview
        who={{ term: t('field.doctor'), name: kept.doctor_name }}
        clinicName={kept.clinic_name}
        slot={{ starts_at: kept.scheduled_at, ends_at: kept.ends_at }}
        service={{ name: kept.service_name, mode }}
        kept={<HeldNotice until={kept.held_until} now={now} zone={own_zone ?? zone} />}
        zone={zone}
        ownZone={own_zone}
        action={bookVisit.bind(null, { ...wish, hold_id: kept.id })}
        draft={await formDraft(draft)}
        notesHint={t('book.notesHint')}
      />
    </div>
  );
}
