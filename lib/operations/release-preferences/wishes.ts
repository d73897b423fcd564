import { z } from 'zod';
import type { WishRow } from '#db/queries/release-preferences';
import { type ResultCategory, resultCategories } from '#lib/fhir/result-categories';
import { instantText } from '#lib/platform/instant-text';
import { releaseChoices } from '#lib/policy/subject';

export const releaseChoice = z.enum(releaseChoices);

/** What holds for a category of results. */
export const releaseWish = z.strictObject({
  category: z.enum(resultCategories),
  choice: releaseChoice,
  /** Null where nothing was ever chosen: results are then seen at once. */
  since: z.iso.datetime().nullable(),
});

/** One for each category, chosen or not. */
export function wishesOf(rows: readonly WishRow[]): z.output<typeof releaseWish>[] {
  const chosen = (category: ResultCategory) => rows.find((row) => row.category === category);
  return resultCategories.map((category) => {
    const row = chosen(category);
    return { category, choice: row?.choice ?? 'at_once', since: row ? instantText(row.updated_at) : null };
  });
}

export const exampleWishes: z.output<typeof releaseWish>[] = resultCategories.map((category) => ({
  category,
  choice: category === 'genetics' ? 'with_comment' : 'at_once',
  since: category === 'genetics' ? '2026-01-05T09:00:00Z' : null,
}));
