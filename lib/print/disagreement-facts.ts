import type { AmendmentView } from '#lib/operations/amendment-requests/amendment-view';
import type { Words } from './words';

/** What the patient says to a denied correction, with the wish and the denial; none of any other wish. */
export function disagreementFacts(
  { wrong, wanted, answer, requested_at, decided_at, decided_by, disagreement, disagreed_at }: AmendmentView,
  { t, format }: Words,
): string[] {
  if (disagreement === null || disagreed_at === null || decided_at === null) return [];
  return [
    t('print.correctionAsked', { date: format.date(requested_at), wrong, wanted }),
    t('print.correctionDenied', {
      date: format.date(decided_at),
      doctor: decided_by ?? t('print.unknown'),
      answer: answer ?? '',
    }),
    t('print.disagreement', { date: format.date(disagreed_at), disagreement }),
  ];
}
