/** Encoded, so a value never becomes a second segment. */
export const encodedId = (value: string) => encodeURIComponent(value);

export type QueryValue = string | number | undefined | null;

/** A path with the query values that are set. */
export function withQuery(path: string, query: Record<string, QueryValue>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
