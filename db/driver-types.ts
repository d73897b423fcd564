import { Temporal } from 'temporal-polyfill';
import { instantText, parseInstant } from '#lib/platform/instant-text';

const TIMESTAMPTZ = 1184;
const DATE = 1082;

/** postgres.js codecs: timestamptz is a Temporal.Instant with its microseconds, date a Temporal.PlainDate. */
export const driverTypes = {
  instant: {
    to: TIMESTAMPTZ,
    from: [TIMESTAMPTZ],
    serialize: (value: Temporal.Instant | string) => (typeof value === 'string' ? value : instantText(value)),
    parse: parseInstant,
  },
  plainDate: {
    to: DATE,
    from: [DATE],
    serialize: (value: Temporal.PlainDate | string) => value.toString(),
    parse: (text: string) => Temporal.PlainDate.from(text),
  },
};

/** What a query may be given beside strings, numbers and bytes. */
export type DriverTypes = {
  instant: Temporal.Instant;
  plainDate: Temporal.PlainDate;
};
