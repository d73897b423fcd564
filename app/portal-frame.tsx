import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FormPerson } from '#components/form/form-person';
import { EnrolmentShell } from '#components/shell/enrolment-shell';
import { MadeRoom } from '#components/shell/made-room';
import { PatientShell } from '#components/shell/patient-shell';
import { StaffShell } from '#components/shell/staff-shell';
import { Notice } from '#components/ui/notice';
import type { PagePerson } from '#lib/transport/page-person';
import { searchPatients } from './doctor/search';
import { PortalGuard } from './portal-guard';

interface PortalFrameProps {
  person: PagePerson;
  children: ReactNode;
}

/** The frame of whoever is signed in. Without their second factor staff see no portal that they could not use. */
export function PortalFrame({ person, children }: PortalFrameProps) {
  return (
    <FormPerson id={person.id}>
      <FrameOfRole person={person}>
        <MadeRoom>
          <Notice role="status">{useTranslations('shell')('madeRoom')}</Notice>
        </MadeRoom>
        {children}
      </FrameOfRole>
      <PortalGuard />
    </FormPerson>
  );
}

function FrameOfRole({ person, children }: PortalFrameProps) {
  const { name, role, clinic_name, idle_minutes, must_enrol } = person;
  if (must_enrol) return <EnrolmentShell>{children}</EnrolmentShell>;
  if (role === 'patient') return <PatientShell person={{ name }}>{children}</PatientShell>;
  return (
    <StaffShell
      portal={role}
      person={{ name, detail: clinic_name ?? undefined }}
      search={role === 'doctor' ? searchPatients : undefined}
      locksAfterMinutes={idle_minutes ?? undefined}
    >
      {children}
    </StaffShell>
  );
}
