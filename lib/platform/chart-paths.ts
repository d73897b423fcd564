import { encodedId as id, withQuery } from './with-query';

type VisitDone = 'booked' | 'cancelled' | 'moved' | 'arrived' | 'confirmed' | 'undone' | 'answered';

/** What somebody looks for a time for. */
export interface VisitWishQuery {
  doctor?: string | undefined;
  day?: string | undefined;
  service?: string | undefined;
  speciality?: string | undefined;
  mode?: string | undefined;
  part?: string | undefined;
  from?: string | undefined;
}

/** The pages of one chart as its patient, or who looks after them, sees it. */
export const chartPaths = (base: string) => ({
  visits: `${base}/visits`,
  book: `${base}/visits/book`,
  /** The times that fit a wish, of all doctors or of one on a day. */
  bookWith: (query: VisitWishQuery) => withQuery(`${base}/visits/book`, { ...query }),
  /** What is kept for the reader, once more before it is booked; with what was wished, in case it is kept no longer. */
  bookReview: (query: VisitWishQuery = {}) => withQuery(`${base}/visits/book`, { ...query, review: '1' }),
  visitsOf: (query: { page?: number }) => withQuery(`${base}/visits`, query),
  visit: (visitId: string) => `${base}/visits/${id(visitId)}`,
  visitDone: (visitId: string, done: VisitDone) => withQuery(`${base}/visits/${id(visitId)}`, { done }),
  cancelVisit: (visitId: string) => `${base}/visits/${id(visitId)}/cancel`,
  moveVisit: (visitId: string, query: { day?: string; at?: string } = {}) =>
    withQuery(`${base}/visits/${id(visitId)}/move`, query),
  /** Where somebody asks for an earlier time than that of a visit. */
  soonerVisit: (visitId: string) => `${base}/visits/${id(visitId)}/sooner`,
  waitingDone: (done: 'waiting' | 'left' | 'declined') => withQuery(`${base}/visits`, { done }),
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
