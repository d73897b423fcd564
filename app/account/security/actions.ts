'use server';
import { endSession } from '#lib/operations/sessions/end';
import { endAllSessions } from '#lib/operations/sessions/end-all';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function endOthers(_state: FormState, form: FormData): Promise<FormState> {
  return submit(endAllSessions, form, paths.account.securityDone('ended'), { keep_current: true });
}

export async function endOne(_state: FormState, form: FormData): Promise<FormState> {
  return submit(endSession, form, paths.account.securityDone('session_ended'));
}
