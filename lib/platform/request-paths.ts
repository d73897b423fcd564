import { encodedId as id, withQuery } from './with-query';

/** What a patient asks for and reports. */
export const patientRequestPaths = {
  medications: '/patient/medications',
  askRefill: (recordId: string) => `/patient/medications/${id(recordId)}/refill`,
  health: '/patient/health',
  healthOf: (query: { page?: number; done?: 'added' }) => withQuery('/patient/health', query),
  addHealth: (kind: string) => `/patient/health/new/${id(kind)}`,
  requestsDone: (done: 'asked' | 'withdrawn' | 'disagreed') => withQuery('/patient/requests', { done }),
} as const;

/** A doctor's queues: of that, and of who waits for a time. */
export const doctorRequestPaths = {
  waitingList: '/doctor/waiting-list',
  requests: '/doctor/requests',
  requestsOf: (query: { show?: string; page?: number }) => withQuery('/doctor/requests', query),
  requestsDone: (done: 'approved' | 'accepted' | 'denied', show?: string) =>
    withQuery('/doctor/requests', { show, done }),
  refillRequest: (requestId: string) => `/doctor/requests/refills/${id(requestId)}`,
  correctionRequest: (requestId: string) => `/doctor/requests/corrections/${id(requestId)}`,
  correct: (requestId: string) => `/doctor/requests/corrections/${id(requestId)}/correct`,
} as const;
