import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { freeText } from './free-text';

/** What becomes of a wish for more of a medicine. */
export const refillStatuses = ['requested', 'approved', 'denied', 'withdrawn'] as const;
/** What becomes of a wish that a record be corrected. */
export const amendmentStatuses = ['requested', 'accepted', 'denied', 'withdrawn'] as const;

/** 45 CFR 164.526 (b)(2): so long a clinic may take to act on a request for a correction. */
const daysToDecide = 60;

export const decisionDue = (requestedAt: Temporal.Instant): Temporal.Instant =>
  requestedAt.add({ hours: 24 * daysToDecide });

const says = (text: string) => /\S/u.test(text);

/** Words without which the other side could not act. */
export const neededWords = (max: number) => freeText(max).refine(says, { error: 'required' });

/** The same, where a blank counts as nothing said. */
export const wordsOrNone = (max: number) =>
  freeText(max)
    .transform((text) => (says(text) ? text : undefined))
    .optional()
    .pipe(z.string().optional());
