import { type FhirDate, parseFhirDate } from '../dates';
import { type Json, object, string } from '../json';

/** R4, "search": the prefixes of ordered values. */
type Prefix = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb' | 'ap';

export interface DateCriterion {
  readonly prefix: Prefix;
  readonly date: FhirDate;
}

const pattern = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(\d.*)$/;

/** `ge2019-03`; a date without time is a day of the given zone. Null where it is none. */
export function dateCriterion(text: string, zone: string): DateCriterion | null {
  const [, prefix = 'eq', value = ''] = pattern.exec(text) ?? [];
  const date = parseFhirDate(value, zone);
  return date && { prefix: prefix as Prefix, date };
}

interface Span {
  readonly start: bigint;
  readonly end: bigint;
}

/** An open end of a period. */
const never = 10n ** 30n;

/** A date or a Period of a resource as the moments that it covers. */
export function spanOfValue(value: Json | undefined, zone: string): Span | null {
  const text = string(value);
  if (text !== undefined) return spanOf(parseFhirDate(text, zone));
  const period = object(value);
  if (!period) return null;
  const [from, to] = [period.start, period.end].map((each) =>
    spanOf(parseFhirDate(string(each) ?? '', zone)),
  );
  return from || to ? { start: from?.start ?? -never, end: to?.end ?? never } : null;
}

const spanOf = (date: FhirDate | null): Span | null =>
  date && { start: date.start.epochNanoseconds, end: date.end.epochNanoseconds };

/** R4, "search", 3.1.1.5.6: how the spans of the resource and of the search lie to one another. */
export function liesSo(span: Span, { prefix, date }: DateCriterion): boolean {
  const [first, last] = [date.start.epochNanoseconds, date.end.epochNanoseconds];
  const within = first <= span.start && span.end <= last;
  const meaning: Record<Prefix, boolean> = {
    eq: within,
    ne: !within,
    gt: span.end > last,
    lt: span.start < first,
    ge: within || span.end > last,
    le: within || span.start < first,
    sa: span.start > last,
    eb: span.end < first,
    ap: span.start <= last && first <= span.end,
  };
  return meaning[prefix];
}
