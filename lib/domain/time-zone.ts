import { z } from 'zod';

let known: ReadonlySet<string> | undefined;

/** The zones that the runtime lists, and the one that it leaves out. */
function knownZones(): ReadonlySet<string> {
  known ??= new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return known;
}

/** The list has one name of each zone; other names of the same, such as Asia/Kolkata for Asia/Calcutta, are as good. */
function isZone(name: string): boolean {
  if (knownZones().has(name)) return true;
  if (!/^[A-Z]\w+(?:\/[A-Z][\w+-]*)+$/.test(name)) return false;
  try {
    return knownZones().has(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
  } catch {
    return false;
  }
}

/** An IANA time zone that this runtime knows. */
export const timeZone = z.string().max(64).refine(isZone, { error: 'unknown_zone' });
