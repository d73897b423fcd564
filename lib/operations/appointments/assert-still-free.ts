import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { AppointmentRow } from '#db/queries/appointments';
import { holdsTime, type VisitState } from '#lib/domain/appointments';
import { assertFree } from './assert-free';
import { wishAsAgreed } from './wish-of-visit';

/**
 * A visit that was given up and is to take place after all holds its time again.
 * @throws OperationError `slot_taken` where somebody else has it by now
 */
export async function assertStillFree(
  tx: Tx,
  row: AppointmentRow,
  state: VisitState,
  now: Temporal.Instant,
): Promise<void> {
  if (holdsTime(row.status) || !holdsTime(state) || row.overbooked) return;
  await assertFree(tx, {
    by: 'staff',
    doctor: { id: row.doctor_id, zone: row.zone },
    patientId: row.patient_id,
    time: { starts_at: row.scheduled_at, ends_at: row.ends_at },
    wish: wishAsAgreed(row),
    except: row.id,
    now,
  });
}
