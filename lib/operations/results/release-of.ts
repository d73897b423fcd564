import type { Temporal } from 'temporal-polyfill';
import type { WishRow } from '#db/queries/release-preferences';
import { fromResource } from '#lib/fhir/resource';
import type { ResultCategory } from '#lib/fhir/result-category';
import { isNews, stateOfResult } from '#lib/policy/result-release';
import type { RecordStage, Release, Review } from '#lib/policy/subject';

export const isResult = ({ record_type }: { record_type: string }): boolean =>
  record_type === 'lab_result' || record_type === 'lab_report';

/** What a record's columns say of its release. */
export interface ResultState {
  readonly result_category: ResultCategory | null;
  readonly release: Release;
  readonly review: Review;
}

interface Written {
  readonly record_type: string;
  readonly stage: RecordStage;
  readonly text: string;
  readonly effective_at: Temporal.Instant;
  readonly origin: 'clinic' | 'import';
  readonly now: Temporal.Instant;
}

const noResult: ResultState = { result_category: null, release: 'released', review: 'none' };

/**
 * How a record that is written, signed or imported comes to its patient and to whom it asks to look at it. `wishes` are
 * those held in the same transaction; everything that is no result needs none.
 */
export function releaseOf(written: Written, wishes: readonly WishRow[]): ResultState {
  if (!isResult(written)) return noResult;
  const view = fromResource(written.text, 'UTC');
  const { result_category, critical, content } = view;
  // Its author alone sees a draft, and nobody acts on an error.
  if (written.stage === 'draft' || written.stage === 'entered_in_error')
    return { ...noResult, result_category };
  const choice = wishes.find(({ category }) => category === result_category)?.choice ?? 'at_once';
  const facts = {
    critical,
    news: isNews(written.effective_at, written.now),
    origin: written.origin,
    commented: written.origin === 'clinic' && 'comment' in content && content.comment !== undefined,
    groups: 'results' in content && content.results.length > 0,
  };
  return { result_category, ...stateOfResult(facts, choice) };
}

/** What a correction does: what the patient has seen stays seen; a value that has become critical is looked at again. */
export function releaseOfCorrected(
  { record_type, text }: Pick<Written, 'record_type' | 'text'>,
  before: { text: string; release: Release; review: Review },
): ResultState {
  if (!isResult({ record_type })) return noResult;
  const [{ result_category, critical }, old] = [fromResource(text, 'UTC'), fromResource(before.text, 'UTC')];
  const waits = before.review === 'pending' || before.review === 'critical';
  const review = waits
    ? critical
      ? 'critical'
      : 'pending'
    : critical && !old.critical
      ? 'critical'
      : before.review;
  return { result_category, release: before.release, review };
}

/** Of R4: what its laboratory has not finished. */
const unfinished = ['registered', 'partial', 'preliminary'];

interface Standing extends Pick<ResultState, 'release' | 'review'> {
  readonly record_type: string;
  readonly status: string;
  readonly text: string;
}

/** Whether a record says something else now: not what it is called by, nor when it was sent. */
export const saysOtherwise = (before: string, now: string): boolean =>
  JSON.stringify(fromResource(before, 'UTC').content) !== JSON.stringify(fromResource(now, 'UTC').content);

/**
 * What a change by its laboratory does: another value is looked at again, whoever has looked at the one before; and what
 * was not final is released as its patient wishes by now. What they have seen of a final result stays seen.
 */
export function releaseOfRenewed(
  written: Written,
  before: Standing,
  wishes: readonly WishRow[],
): ResultState {
  const fresh = releaseOf(written, wishes);
  if (!isResult(written) || !isResult(before)) return fresh;
  const { release, review } = before;
  if (written.stage === 'entered_in_error') return { ...fresh, release, review };
  const released = unfinished.includes(before.status) ? fresh.release : release;
  const renewed = reviewOfRenewed(written.text, before, fresh.review);
  const isAsked = renewed === 'pending' || renewed === 'critical';
  return {
    ...fresh,
    release: released,
    review: released === 'awaiting_comment' && !isAsked ? 'pending' : renewed,
  };
}

function reviewOfRenewed(text: string, before: Standing, fresh: Review): Review {
  const [{ critical }, old] = [fromResource(text, 'UTC'), fromResource(before.text, 'UTC')];
  const asked = critical ? 'critical' : 'pending';
  if (before.review === 'pending' || before.review === 'critical') return asked;
  if (critical && !old.critical) return 'critical';
  // History that nobody was asked about stays so.
  const isKnown = before.review === 'done' || fresh !== 'none';
  return isKnown && saysOtherwise(before.text, text) ? asked : before.review;
}
