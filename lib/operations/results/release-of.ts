import type { Temporal } from 'temporal-polyfill';
import type { WishRow } from '#db/queries/release-preferences';
import { valueCounts } from '#lib/domain/counting-value';
import { fromResource } from '#lib/fhir/resource';
import type { ResultCategory } from '#lib/fhir/result-categories';
import { isNews, stateOfResult } from '#lib/policy/result-release';
import type { RecordStage, Release, Review } from '#lib/policy/subject';

/** By what the resource tells, not by the type of record that it became: an image's report is a result as well. */
export const isResult = ({ result_category }: { result_category: string | null }): boolean =>
  result_category !== null;

/** What a record's columns say of its release. */
export interface ResultState {
  readonly result_category: ResultCategory | null;
  readonly release: Release;
  readonly review: Review;
}

interface Written {
  readonly result_category: ResultCategory | null;
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
    // Nobody has to look at a value that does not count.
    news: valueCounts(view) && isNews(written.effective_at, written.now),
    origin: written.origin,
    commented: written.origin === 'clinic' && 'comment' in content && content.comment !== undefined,
    groups: 'results' in content && content.results.length > 0,
  };
  return { result_category, ...stateOfResult(facts, choice) };
}

/**
 * What a correction does: what the patient has seen stays seen; a value that has become critical is looked at again.
 * What is withheld stays so, under the wish that holds it, even if nothing in its new words says what it is.
 */
export function releaseOfCorrected(
  { text }: Pick<Written, 'text'>,
  before: { text: string; release: Release; review: Review },
): ResultState {
  const [now, old] = [fromResource(text, 'UTC'), fromResource(before.text, 'UTC')];
  const result_category = now.result_category ?? old.result_category;
  if (result_category === null) return noResult;
  const { critical } = now;
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
  readonly result_category: string | null;
  readonly status: string;
  readonly text: string;
}

/** Whether what is read of a record is something else now; when it was sent, and what else stands beside, is not. */
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
  if (!isResult(before)) return fresh;
  const { release, review } = before;
  const result_category = fresh.result_category ?? fromResource(before.text, 'UTC').result_category;
  // What is withheld stays so, even if its new words say that it is an error, or nothing of what it is.
  if (written.stage === 'entered_in_error' || !isResult(written)) return { result_category, release, review };
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
