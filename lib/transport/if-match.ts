import type { HeaderOf } from './rest-route';

type Fields = Readonly<Record<string, unknown>>;

/**
 * `If-Match: "3"` as the version that the caller has read (RFC 9110, 13.1.1); optional in version 1. `*` matches
 * whatever is there, and a tag that is none of ours matches nothing.
 */
export function expectedVersion(fields: Fields, header: HeaderOf): Fields {
  const tag = header('if-match')?.trim();
  if (tag === undefined || tag === '*') return fields;
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(tag) ?? [];
  return { ...fields, expected_version: version === undefined ? 0 : Number(version) };
}
