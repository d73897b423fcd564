import { getTranslations } from 'next-intl/server';
import { BookingReview, type Slot } from '#components/appointments/booking-review';
import { getPatient } from '#lib/operations/patients/get';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../form-draft';
import { bookFor } from './actions';

interface BookingForPatientProps {
  patientId: string;
  slot: Slot;
  /** The other free times of that day. */
  others: readonly Slot[];
  zone: string;
}

export async function BookingForPatient({ patientId, slot, others, zone }: BookingForPatientProps) {
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
      others={others}
      zone={zone}
      action={bookFor.bind(null, { patient_id: patientId, doctor_id: practitioner_id })}
      draft={draft}
      notesHint={t('book.notesHintStaff')}
    />
  );
}
