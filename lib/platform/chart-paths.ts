import { encodedId as id, withQuery } from './with-query';

/** The pages of one chart as its patient, or who looks after them, sees it. */
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
  recordsOf: (query: { group?: string | undefined; before?: string | undefined }) =>
    withQuery(`${base}/records`, query),
  record: (recordId: string) => `${base}/records/${id(recordId)}`,
  recordDone: (recordId: string, done: 'amended' | 'marked_in_error') =>
    withQuery(`${base}/records/${id(recordId)}`, { done }),
  editRecord: (recordId: string) => `${base}/records/${id(recordId)}/edit`,
  recordInError: (recordId: string) => `${base}/records/${id(recordId)}/in-error`,
  results: `${base}/results`,
  documents: `${base}/documents`,
  documentsOf: (query: { page?: number; done?: 'added' }) => withQuery(`${base}/documents`, query),
  document: (documentId: string) => `${base}/documents/${id(documentId)}`,
  requests: `${base}/requests`,
  refillRequest: (refillId: string) => `${base}/requests/refills/${id(refillId)}`,
  correctionRequest: (requestId: string) => `${base}/requests/corrections/${id(requestId)}`,
  askCorrection: (recordId: string) => `${base}/records/${id(recordId)}/correction`,
});

export type ChartSection = 'timeline' | 'results' | 'measurements' | 'vaccinations' | 'notes';

export interface ChartQuery {
  readonly section?: ChartSection;
  readonly group?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly mine?: string | undefined;
  readonly flagged?: string | undefined;
  readonly drafts?: string | undefined;
  /** Goes on after this record. */
  readonly before?: string | undefined;
  readonly search?: string | undefined;
  readonly page?: string | undefined;
}
