import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { OtherChart } from '#components/patients/other-chart';
import { PatientBanner } from '#components/patients/patient-banner';
import { AddRecordMenu } from '#components/records/add-record-menu';
import { ButtonLink } from '#components/ui/button-link';
import { getPatient } from '#lib/operations/patients/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

interface ChartFrameProps {
  patientId: string;
  /** On the chart's own pages: its parts. The name is their title then, and what one does with the chart stands below. */
  nav?: ReactNode;
  children: ReactNode;
}

/** Every page of a chart says whose it is. */
export async function ChartFrame({ patientId, nav, children }: ChartFrameProps) {
  const { today, zone } = await personOf('doctor');
  const [patient, t] = await Promise.all([query(getPatient, { id: patientId }), getTranslations()]);
  const { write_appointments, write_records } = patient.can;
  return (
    <div className="flex flex-col gap-4">
      <PatientBanner patient={patient} today={today} zone={zone} heading={nav ? 'h1' : 'p'} />
      <OtherChart
        patient={{ id: patientId, name: patient.legal_name || t('patients.unnamed') }}
        words={{ title: t('patients.otherTab.title', { name: '{name}' }), text: t('patients.otherTab.text') }}
      />
      {nav && (
        <div className="flex flex-wrap items-center justify-between gap-3 no-print">
          {nav}
          <div className="flex flex-wrap items-center gap-2">
            {write_appointments.allowed && (
              <ButtonLink href={paths.doctor.bookFor(patientId)} tone="secondary">
                {t('appointments.book.open')}
              </ButtonLink>
            )}
            {write_records.allowed && (
              <ButtonLink href={paths.doctor.colleagues(patientId)} tone="secondary">
                {t('colleagues.open')}
              </ButtonLink>
            )}
            {write_records.allowed && <AddRecordMenu patientId={patientId} />}
          </div>
        </div>
      )}
      {children}
    </div>
  );
}
