import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PatientBanner } from '#components/patients/patient-banner';
import { AddRecordMenu } from '#components/records/add-record-menu';
import { ButtonLink } from '#components/ui/button-link';
import { getPatient } from '#lib/operations/patients/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

interface ChartFrameProps {
  patientId: string;
  /** On the chart's own page the name is its title, with what one does there beside it. */
  isChart?: boolean;
  children: ReactNode;
}

/** Every page of a chart says whose it is. */
export async function ChartFrame({ patientId, isChart = false, children }: ChartFrameProps) {
  const { today, zone } = await personOf('doctor');
  const [patient, t, colleagues] = await Promise.all([
    query(getPatient, { id: patientId }),
    getTranslations('appointments'),
    getTranslations('colleagues'),
  ]);
  const { write_appointments, write_records } = patient.can;
  const actions = (
    <>
      {write_appointments.allowed && (
        <ButtonLink href={paths.doctor.bookFor(patientId)} tone="secondary">
          {t('book.open')}
        </ButtonLink>
      )}
      {write_records.allowed && (
        <ButtonLink href={paths.doctor.colleagues(patientId)} tone="secondary">
          {colleagues('open')}
        </ButtonLink>
      )}
      {write_records.allowed && <AddRecordMenu patientId={patientId} />}
    </>
  );
  return (
    <div className="flex flex-col gap-4">
      <PatientBanner
        patient={patient}
        today={today}
        zone={zone}
        heading={isChart ? 'h1' : 'p'}
        {...(isChart && { actions })}
      />
      {children}
    </div>
  );
}
