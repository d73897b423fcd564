import type { Tx } from '#db/client';
import { releaseExpiredHolds } from '#db/queries/appointment-holds';
import { type AppointmentRow, findAppointment } from '#db/queries/appointments';
import { lockDiaries } from '#db/queries/diaries';
import { findDoctor } from '#db/queries/practitioners';
import { markWaitingEnded } from '#db/queries/waiting-list';
import {
  deleteOfferedHold,
  lockOpenOffer,
  markOfferEnded,
  type OfferedRow,
} from '#db/queries/waiting-list-offers';
import { cancelRefusal } from '#lib/domain/visit-rules';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import type { Id } from '#lib/platform/ids';
import { sideOf } from '../appointments/appointment-rights';
import { changeVisit, holdVisit } from '../appointments/change-visit';
import { newVisit } from '../appointments/new-visit';
import { wishAsAgreed } from '../appointments/wish-of-visit';
import type { Changer } from '../appointments/write-transition';
import { type NewVisit, writeVisit } from '../appointments/write-visit';
import { chartSubject, theChart } from '../patients/find-chart';

/** The next in the list gets it. @throws OperationError `offer_ended` */
export async function declineOffer(tx: Tx, offer: OfferedRow): Promise<void> {
  const open = await lockOpenOffer(tx, offer.id);
  if (!open) throw new OperationError('offer_ended');
  await markOfferEnded(tx, open.id, 'declined');
  await deleteOfferedHold(tx, open.appointment_id);
}

/**
 * What is kept becomes the visit, and the visit that it replaces is cancelled, or neither. First the new one: so the doctor
 * of both has a reason to see the chart throughout. They never overlap: no time was offered in which the patient was busy, and
 * what is kept for them stands in the way of whoever moves the other one there.
 * @throws OperationError `offer_ended`, `slot_taken` for a doctor who is away by now, `conflict` where the other visit cannot be
 * cancelled any more
 */
export async function acceptOffer(tx: Tx, offer: OfferedRow, by: Changer): Promise<Id<'appointments'>> {
  const visit = await visitOf(tx, offer, by);
  const replaced = offer.instead_of && (await findAppointment(tx, offer.instead_of));
  const parties = {
    patient_id: offer.patient_id,
    doctor_id: offer.doctor_id,
    room_id: visit.time.room_id,
  };
  await lockDiaries(tx, parties, ...(replaced ? [replaced] : []));
  await releaseExpiredHolds(tx);
  const open = await lockOpenOffer(tx, offer.id);
  if (!open) throw new OperationError('offer_ended');
  const id = await writeVisit(tx, visit, open.appointment_id);
  await markOfferEnded(tx, open.id, 'accepted');
  await markWaitingEnded(tx, open.entry_id, 'accepted');
  if (replaced) await cancelReplaced(tx, replaced, by);
  return id;
}

async function visitOf(tx: Tx, offer: OfferedRow, { actor, now }: Changer): Promise<NewVisit> {
  const [doctor, chart] = [await findDoctor(tx, offer.doctor_id), await chartSubject(tx, offer.patient_id)];
  if (!doctor || !chart) throw new OperationError('offer_ended');
  const { doctor_id, scheduled_at, mode, service_id, instead_of } = offer;
  const input = {
    doctor_id,
    scheduled_at,
    mode,
    ...(service_id && { service_id }),
  };
  const subject = { ...theChart(chart), doctor };
  try {
    const visit = await newVisit(tx, {
      input,
      subject,
      created_by: actor.user_id,
      now,
      asAgreed: wishAsAgreed(offer),
    });
    return { ...visit, instead_of };
  } catch (thrown) {
    // The doctor has stopped to offer it.
    if (isOperationError(thrown)) throw new OperationError('offer_ended');
    throw thrown;
  }
}

/** One that stands no longer needs no cancelling. */
async function cancelReplaced(tx: Tx, visit: AppointmentRow, { actor, now }: Changer): Promise<void> {
  const row = await holdVisit(tx, visit, undefined);
  if (row.status !== 'scheduled') return;
  if (cancelRefusal(row, sideOf(row.relation), now)) throw new OperationError('conflict');
  await changeVisit(tx, row, { ...row, status: 'cancelled', notes: undefined }, { actor, now });
}
