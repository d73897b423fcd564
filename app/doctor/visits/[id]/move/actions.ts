'use server';
import { updateAppointment } from '#lib/operations/appointments/update';
import { paths } from '#lib/platform/paths';
import type { FormState } from '#lib/transport/action';
import { submitTime } from '#lib/transport/page-time';

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly zone: string;
}

export async function moveVisit(
  { id, version, zone }: Shown,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submitTime(updateAppointment, form, {
    zone,
    input: { id, expected_version: version },
    to: () => paths.doctor.visitDone(id, 'moved'),
  });
}
