import { getTranslations } from 'next-intl/server';
import { BookingReview, type Slot } from '#components/appointments/booking-review';
import type { VisitMode } from '#components/appointments/visit-wish';
import { getPatient } from '#lib/operations/patients/get';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../form-draft';
import { bookFor } from './actions';
import type { visitType } from './visit-type';

interface BookingForPatientProps {
  patientId: string;
  slot: Slot & { mode: VisitMode };
  zone: string;
  type: Pick<Awaited<ReturnType<typeof visitType>>, 'name' | 'wish'>;
}

export async function BookingForPatient({ patientId, slot, zone, type }: BookingForPatientProps) {
  const { clinic_name, practitioner_id } = await personOf('doctor');
  const [patient, draft, t] = await Promise.all([
    query(getPatient, { id: patientId }),
    formDraft(`visit.book-for:${patientId}`),
    getTranslations('appointments'),
  ]);
  return (
    <BookingReview
      who={{ term: t('field.patient'), name: patient.legal_name }}
      clinicName={clinic_name}
      slot={slot}
      service={{ name: type.name, mode: slot.mode }}
      zone={zone}
      action={bookFor.bind(null, {
        ...{ patient_id: patientId, doctor_id: practitioner_id, ...type.wish },
        mode: slot.mode,
      })}
      draft={draft}
      notesHint={t('book.notesHintStaff')}
    />
  );
}
