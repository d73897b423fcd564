'use server';
import { refresh } from 'next/cache';
import { makeCalendarFeed } from '#lib/operations/calendar-feeds/make';
import { revokeCalendarFeed } from '#lib/operations/calendar-feeds/revoke';
import { paths } from '#lib/platform/paths';
import { attempt, type FormState, submit } from '#lib/transport/action';
import { publicAddress } from '#lib/transport/page-mode';

/** The address goes back with the form's answer: it stands in no address of a page, and nowhere once that is left. */
export async function makeFeed(_state: FormState, form: FormData): Promise<FormState> {
  const outcome = await attempt(makeCalendarFeed, form);
  if ('state' in outcome) return outcome.state;
  refresh();
  return { status: 'done', values: { address: publicAddress(paths.calendarFeed(outcome.output.token)) } };
}

export async function revokeFeed(_state: FormState, form: FormData): Promise<FormState> {
  return submit(revokeCalendarFeed, form, paths.patient.calendarDone('revoked'));
}
