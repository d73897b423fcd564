'use server';
import { changeRole } from '#lib/operations/people/change-role';
import { disablePerson } from '#lib/operations/people/disable';
import { enablePerson } from '#lib/operations/people/enable';
import { endPersonSessions } from '#lib/operations/people/end-sessions';
import { resendInvitation } from '#lib/operations/people/resend-invitation';
import { withdrawInvitation } from '#lib/operations/people/withdraw-invitation';
import { requestRecovery } from '#lib/operations/recoveries/request';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function endSessions(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(endPersonSessions, form, paths.admin.personDone(id, 'ended'), { id });
}

export async function resend(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(resendInvitation, form, paths.admin.personDone(id, 'resent'), { id });
}

export async function withdraw(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(withdrawInvitation, form, paths.admin.peopleOf({ done: 'withdrawn' }), { id });
}

export async function disable(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(disablePerson, form, paths.admin.personDone(id, 'disabled'), { id });
}

export async function enable(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(enablePerson, form, paths.admin.personDone(id, 'enabled'), { id });
}

export async function askRole(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(changeRole, form, paths.admin.personDone(id, 'asked'), { id });
}

export async function askRecovery(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(requestRecovery, form, paths.admin.personDone(id, 'asked'), { id });
}
