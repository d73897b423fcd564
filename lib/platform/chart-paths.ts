import { id, withQuery } from './address';

/** The pages of one record. */
export const chartPaths = (base: string) => ({
  visits: `${base}/visits`,
  book: `${base}/visits/book`,
  bookWith: (query: { doctor?: string; day?: string; at?: string }) =>
    withQuery(`${base}/visits/book`, query),
  visitsOf: (query: { page?: number }) => withQuery(`${base}/visits`, query),
  visit: (visitId: string) => `${base}/visits/${id(visitId)}`,
  visitDone: (visitId: string, done: 'booked' | 'cancelled') =>
    withQuery(`${base}/visits/${id(visitId)}`, { done }),
  cancelVisit: (visitId: string) => `${base}/visits/${id(visitId)}/cancel`,
  records: `${base}/records`,
  recordsOf: (query: { type?: string; page?: number }) => withQuery(`${base}/records`, query),
  record: (recordId: string) => `${base}/records/${id(recordId)}`,
});
