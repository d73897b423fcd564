/** What Next gives a page of its address. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** What an address asks, by name. */
export type Asked = Readonly<Record<string, string | undefined>>;

/** The first value of each name: nothing of ours is asked for twice. */
export async function queryOf(search: SearchParams): Promise<Asked> {
  const entries = Object.entries(await search);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
}

/** A page's number; what is none is the first. */
export const pageNumber = (text: string | undefined): number =>
  text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
