import { type SessionRef, type SessionRow, withActor } from '#db/client';
import { findSignedIn, type SignedInRow } from '#db/queries/signed-in';
import { keyRing } from '#lib/crypto/key-ring';
import { open } from '#lib/crypto/seal';
import { needsSecondFactor } from '#lib/policy/roles';
import type { Moment } from './moment';
import { sessionLimits } from './session-limits';

export interface SignedIn {
  readonly id: SignedInRow['id'];
  /** As the person writes it; the e-mail address where no name was given. */
  readonly name: string;
  /** What a greeting says. */
  readonly called: string;
  readonly role: SessionRow['role'];
  readonly patient_id: SessionRow['patient_id'];
  readonly practitioner_id: SessionRow['practitioner_id'];
  readonly has_second_factor: boolean;
  /** Staff without one, who can do nothing but set one up. */
  readonly must_enrol: boolean;
  readonly idle_minutes: number | null;
  readonly clinic_name: string | null;
  /** IANA zone by whose clock pages are written for them. */
  readonly zone: string;
  /** By whose clock they want to read when visits are; null: by that of the clinic. */
  readonly own_zone: string | null;
}

/**
 * Whose session this is, for the frame around a page; null where it has ended. Part of looking the session up, as each
 * request does, and no access to anybody's data: it is not audited. What a page shows comes from operations.
 */
export async function signedIn(session: SessionRef, moment: Moment): Promise<SignedIn | null> {
  await keyRing.fresh();
  try {
    return await withActor({ kind: 'user', session, ...moment }, async (tx, found) => {
      const row = await findSignedIn(tx);
      return found && row && view(found, row);
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SESSION_GONE') return null;
    throw error;
  }
}

function view(session: SessionRow, row: SignedInRow): SignedIn {
  const { kind, role, patient_id, practitioner_id, has_confirmed_factor } = session;
  const { idleSeconds } = sessionLimits(kind, role);
  const { zone, own_zone, clinic_name } = row;
  return {
    id: row.id,
    ...namesOf(row),
    role,
    patient_id,
    practitioner_id,
    has_second_factor: has_confirmed_factor,
    must_enrol: needsSecondFactor(role) && session.assurance === 'aal1' && !has_confirmed_factor,
    idle_minutes: idleSeconds === null ? null : Math.floor(idleSeconds / 60),
    clinic_name,
    zone,
    own_zone,
  };
}

function namesOf({ id, email, first_name, last_name }: SignedInRow) {
  const first = first_name && open('user_profiles.first_name', id, first_name);
  const last = last_name && open('user_profiles.last_name', id, last_name);
  const name = [first, last].filter(Boolean).join(' ') || open('users.email', id, email);
  return { name, called: first || name };
}
