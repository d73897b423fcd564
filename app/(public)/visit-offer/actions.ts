'use server';
import { answerOfferByLink } from '#lib/operations/waiting-list/answer-by-link';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function answerOffer(_state: FormState, form: FormData): Promise<FormState> {
  const done = form instanceof FormData && form.get('answer') === 'accept' ? 'accepted' : 'declined';
  return submit(answerOfferByLink, form, paths.visitOfferDone(done));
}
