import { Temporal } from 'temporal-polyfill';
import type { Release, ReleaseChoice, Review } from './subject';

/** Older results are history: they came with somebody's move, not from the laboratory. */
const newsDays = 90;

/** Whether a result of that moment is news to its patient and to who treats them. */
export function isNews(effectiveAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(effectiveAt, now.subtract({ hours: newsDays * 24 })) >= 0;
}

export interface ResultFacts {
  /** LL, HH or AA. */
  readonly critical: boolean;
  readonly news: boolean;
  /** Typed by a doctor, who knows it, or received from elsewhere. */
  readonly origin: 'clinic' | 'import';
  /** The doctor's own words came with it. */
  readonly commented: boolean;
  /** A report whose results are records of their own: those are asked about. */
  readonly groups: boolean;
}

/**
 * When the patient sees a new result, and whether a doctor is asked to look at it. What waits for a comment always
 * stands in the queue: nothing is withheld that nobody is asked about.
 */
export function stateOfResult(
  result: ResultFacts,
  choice: ReleaseChoice,
): { release: Release; review: Review } {
  const release = releaseBy(choice, result.commented);
  const asks = result.origin === 'clinic' ? result.critical : result.news && !result.groups;
  if (!asks) return { release, review: release === 'awaiting_comment' ? 'pending' : 'none' };
  return { release, review: result.critical ? 'critical' : 'pending' };
}

function releaseBy(choice: ReleaseChoice, commented: boolean): Release {
  if (choice === 'ask_first') return 'ask_first';
  return choice === 'with_comment' && !commented ? 'awaiting_comment' : 'released';
}
