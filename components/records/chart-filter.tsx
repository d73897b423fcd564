import { holdsWords, searchableText, searchWords } from '#lib/domain/text-search';
import type { IndexRow } from './index-row';

export interface ChartFilter {
  words: readonly string[];
  group: string;
  from: string;
  until: string;
  mine: boolean;
  flagged: boolean;
  drafts: boolean;
}

/** What stands in the fields of the forms below an element. */
export function filterIn(root: HTMLElement): ChartFilter {
  const fields = new Map<string, string>();
  for (const form of root.querySelectorAll('form')) {
    for (const [name, value] of new FormData(form)) fields.set(name, String(value));
  }
  const text = (name: string) => fields.get(name) ?? '';
  return {
    words: searchWords(text('q')),
    group: text('group'),
    from: text('from'),
    until: text('until'),
    mine: fields.has('mine'),
    flagged: fields.has('flagged'),
    drafts: fields.has('drafts'),
  };
}

/** Everything that a row shows, to look for words in. */
export const textOf = ({ name, medical, says, kind, date, author, badge }: IndexRow): string =>
  searchableText([name, medical, says, kind, date, author, badge?.text].filter(Boolean).join(' '));

export function fits(row: IndexRow, text: string, filter: ChartFilter): boolean {
  const { words, group, from, until, mine, flagged, drafts } = filter;
  if (group && row.group !== group) return false;
  if ((mine && !row.mine) || (flagged && !row.flagged) || (drafts && !row.draft)) return false;
  return isWithin(row.day, from, until) && holdsWords(text, words);
}

/** A date of which the day is not known fits where any day of it does. */
function isWithin(day: string | null, from: string, until: string): boolean {
  if (!from && !until) return true;
  if (day === null) return false;
  return (!from || day >= from.slice(0, day.length)) && (!until || day <= until.slice(0, day.length));
}
