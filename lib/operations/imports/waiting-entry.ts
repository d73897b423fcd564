import type { BundleEntry } from '#lib/fhir/bundle/bundle-entry';

/** An entry between its upload and its chart. */
export interface WaitingEntry {
  readonly position: number;
  readonly place: string;
  readonly type: string;
  /** By what other entries refer to it. */
  readonly address: string | null;
  readonly source_id: string | null;
  readonly text: string;
}

export function waitingEntry({
  position,
  place,
  type,
  fullUrl,
  id,
  sourceId,
  text,
}: BundleEntry): WaitingEntry {
  const address = fullUrl ?? (id === null ? null : `${type}/${id}`);
  return { position, place, type, address, source_id: sourceId, text };
}

/** A line each. */
export const printEntries = (entries: readonly WaitingEntry[]): string =>
  entries.map((entry) => JSON.stringify(entry)).join('\n');

export const parseEntries = (lines: string): WaitingEntry[] =>
  lines.split('\n').map((line) => JSON.parse(line) as WaitingEntry);
