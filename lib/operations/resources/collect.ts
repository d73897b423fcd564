import { openCursor, sealCursor } from '#lib/crypto/cursor-seal';
import { hashToken } from '#lib/crypto/tokens';
import { invalidField } from '#lib/errors/operation-error';
import type { UserActor } from '#lib/policy/actor';
import type { Found, Sealed } from './found';
import type { Section } from './sections';

/** Where a reader stands: in which section, behind which key. */
export interface Position {
  readonly section: number;
  readonly after: string | null;
}

const start: Position = { section: 0, after: null };

interface Wish {
  readonly from: Position | null;
  readonly limit: number;
  readonly accepts?: ((found: Found) => boolean) | undefined;
}

/** What has to be opened to be judged is read in runs of so many, and for one page not much more than so many. */
const run = 250;
export const mostJudged = 5000;

/** The next resources of the sections, one section after the other, and where it goes on; null at the end. */
export async function collect(
  sections: readonly Section[],
  { from, limit, accepts }: Wish,
): Promise<{ found: Found[]; next: Position | null }> {
  const found: Found[] = [];
  let { section, after } = from ?? start;
  let judged = 0;
  for (;;) {
    const read = sections[section];
    if (!read) return { found, next: null };
    const wanted = accepts ? run : limit - found.length + 1;
    const rows = await read(after, wanted);
    for (const row of rows) {
      if (found.length === limit || judged >= mostJudged) return { found, next: { section, after } };
      const opened = row.open();
      if (accepts) judged += 1;
      if (!accepts || accepts(opened)) found.push(opened);
      after = row.key;
    }
    if (rows.length < wanted) [section, after] = [section + 1, null];
  }
}

interface Count {
  readonly accepts?: ((found: Found) => boolean) | undefined;
  /** What of it its reader has at all, where a statement cannot tell. */
  readonly look?: ((found: readonly Found[]) => Promise<readonly Found[]>) | undefined;
}

/** How many there are in all. What need not be opened is counted where it stands. */
export async function count(sections: readonly Section[], { accepts, look }: Count): Promise<number> {
  const judge = async (rows: readonly Sealed[]) => {
    if (!accepts && !look) return rows.length;
    const opened = rows.map((row) => row.open());
    const meant = accepts ? opened.filter(accepts) : opened;
    return (look ? await look(meant) : meant).length;
  };
  let total = 0;
  for (const read of sections)
    total += accepts || look || !read.count ? await countRuns(read, judge) : await read.count();
  return total;
}

async function countRuns(
  read: Section,
  judge: (rows: readonly Sealed[]) => Promise<number>,
): Promise<number> {
  let total = 0;
  for (let after: string | null = null; ; ) {
    const rows: readonly Sealed[] = await read(after, run);
    total += await judge(rows);
    if (rows.length < run) return total;
    after = rows.at(-1)?.key ?? null;
  }
}

/** A cursor goes on with the question that it was given for, and with no other. */
const questionOf = (question: unknown) =>
  hashToken(JSON.stringify(question)).toString('base64url').slice(0, 22);

export function cursorAt(
  { user_id }: UserActor,
  question: unknown,
  position: Position | null,
): string | null {
  return (
    position && sealCursor(user_id, JSON.stringify([questionOf(question), position.section, position.after]))
  );
}

/** @throws OperationError `validation_failed` for one that was not given to this user for this question */
export function positionAt(
  { user_id }: UserActor,
  question: unknown,
  cursor: string | undefined,
): Position | null {
  if (cursor === undefined) return null;
  const text = openCursor(user_id, cursor);
  const [asked, section, after] = text === null ? [] : (JSON.parse(text) as [string, number, string | null]);
  if (asked !== questionOf(question))
    throw invalidField('cursor', 'invalid_cursor', 'Not a cursor of this search');
  return { section: section ?? 0, after: after ?? null };
}
