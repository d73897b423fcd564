import { type ChartQuery, type ChartSection, chartPaths, type VisitWishQuery } from './chart-paths';
import { mailedVisitPaths, reminderSettingPaths } from './mailed-visit-paths';
import { doctorRequestPaths, patientRequestPaths } from './request-paths';
import { clinicPaths, hoursPaths, type SetupDone } from './setup-paths';
import { encodedId as id, type QueryValue, withQuery } from './with-query';

/** Every address of the portals, built in one place. Ids are encoded, so a value never becomes a second segment. */
export { withQuery };

import { type SignInReason, signInReasonOf, signInReasons } from './sign-in-reasons';

export type { ChartQuery, ChartSection, SetupDone, VisitWishQuery };
export { type SignInReason, signInReasonOf, signInReasons };

/** What an admin does to an account after saying why, and what the person page says afterwards. */
export type PersonAct = 'disable' | 'enable' | 'role' | 'recovery';
export type RecordDone =
  | 'written'
  | 'amended'
  | 'marked_in_error'
  | 'draft'
  | 'signed'
  | 'confirmed'
  | 'reviewed_before';
/** What has just become of a visit: `said` stands where the page shows what. */
type VisitDone = 'booked' | 'cancelled' | 'said' | 'undone' | 'moved';
export type PersonDone =
  | 'assigned'
  | 'unassigned'
  | 'disabled'
  | 'enabled'
  | 'asked'
  | 'ended'
  | 'invited'
  | 'resent'
  | 'withdrawn';

export const paths = {
  home: '/',
  signUp: '/sign-up',
  signUpSent: '/sign-up/sent',
  verifyEmail: '/verify-email',
  signIn: '/sign-in',
  signInNext: (next: string) => withQuery('/sign-in', { next }),
  /** Back to sign-in, which says why; `next` is a checked path of this site. */
  signInAgain: (reason: SignInReason, next?: string) => withQuery('/sign-in', { reason, next }),
  signInCode: '/sign-in/code',
  /** Begins at the identity provider of the clinic. */
  signInSso: (next?: string) => withQuery('/sign-in/sso', { next }),
  /** POSTs of forms that are being typed. */
  drafts: '/drafts',
  /** POSTs of what is typed where a code may go with it. */
  terminology: '/terminology',
  /** The same by another method; which ones there are stands in a cookie. */
  signInCodeBy: (method: string, next?: string) => withQuery('/sign-in/code', { method, next }),
  /** By a code that was just sent to the phone. */
  signInCodeSent: (next?: string) => withQuery('/sign-in/code', { method: 'sms', sent: '1', next }),
  /** A POST of the menu's form. */
  signOut: '/sign-out',
  /** Asked by the frame of every page, in the background: does the session still stand? */
  sessionState: '/session-state',
  acceptInvitation: '/accept-invitation',
  recover: '/recover',
  stopRecovery: '/stop-recovery',
  ...mailedVisitPaths,
  /** Where somebody's calendar reads their visits. */
  calendarFeed: (token: string) => `/calendar/${id(token)}.ics`,
  forgotPassword: '/forgot-password',
  forgotPasswordSent: '/forgot-password/sent',
  resetPassword: '/reset-password',
  confirmEmail: '/confirm-email',
  undoDeletion: '/undo-deletion',
  forbidden: '/forbidden',
  /** Where anybody checks a record that somebody has taken along. */
  verify: '/verify',
  /** The public keys for it. */
  recordKeys: '/.well-known/record-keys.json',
  /** Asked for by the front server alone, in place of a page that was refused. */
  refused: '/refused',
  demoOutbox: '/demo/outbox',
  patient: {
    home: '/patient',
    ...chartPaths('/patient'),
    ...patientRequestPaths,
    /** The pages of the reader's own record, or of one that they look after. */
    chart: (patientId: string | undefined) =>
      chartPaths(patientId === undefined ? '/patient' : `/patient/for/${id(patientId)}`),
    calendar: '/patient/calendar',
    calendarDone: (done: 'revoked') => withQuery('/patient/calendar', { done }),
    /** A visit as a file for a calendar, the reader's own or of somebody whom they look after. */
    visitCalendar: (visitId: string) => `/patient/visits/${id(visitId)}/calendar`,
    /** Leads on to the room of a visit by video, the reader's own or of somebody whom they look after. */
    joinVisit: (visitId: string) => `/patient/visits/${id(visitId)}/join`,
    sharing: '/patient/sharing',
    sharingDone: (done: 'invited' | 'withdrawn' | 'ended' | 'changed') =>
      withQuery('/patient/sharing', { done }),
    /** The same with the question when one of them is to end. */
    sharingAsking: (about: { change: string }) => withQuery('/patient/sharing', about),
    inviteCarer: '/patient/sharing/invite',
    resultsDone: (done: 'saved') => withQuery('/patient/results', { done }),
    release: '/patient/results/release',
  },
  doctor: {
    ...doctorRequestPaths,
    ...hoursPaths,
    day: '/doctor',
    dayOf: (date: string, visit?: string, done?: VisitDone) => withQuery('/doctor', { date, visit, done }),
    week: '/doctor/week',
    weekOf: (date: string) => withQuery('/doctor/week', { date }),
    visit: (visitId: string) => `/doctor/visits/${id(visitId)}`,
    moveVisit: (visitId: string) => `/doctor/visits/${id(visitId)}/move`,
    joinVisit: (visitId: string) => `/doctor/visits/${id(visitId)}/join`,
    visitDone: (visitId: string, done: VisitDone) => withQuery(`/doctor/visits/${id(visitId)}`, { done }),
    cancelVisit: (visitId: string) => `/doctor/visits/${id(visitId)}/cancel`,
    patients: '/doctor/patients',
    imports: '/doctor/imports',
    import: (importId: string) => `/doctor/imports/${id(importId)}`,
    /** Those whose name fits what was looked for; the name itself stands in no address. */
    patientsFound: (query: { page?: number; day?: string | undefined }) =>
      withQuery('/doctor/patients', { search: 'name', ...query }),
    /** With a day: to choose for whom a visit is booked on it. */
    patientsOf: (query: { page?: number; day?: string | undefined }) => withQuery('/doctor/patients', query),
    patient: (patientId: string) => `/doctor/patients/${id(patientId)}`,
    /** A section of a chart, and what of it is shown. What somebody looks for in it stands in no address. */
    chart: (patientId: string, query: ChartQuery) =>
      withQuery(`/doctor/patients/${id(patientId)}`, { ...query }),
    /** Who else may see the chart for a time. */
    colleagues: (patientId: string, done?: 'granted' | 'ended') =>
      withQuery(`/doctor/patients/${id(patientId)}/colleagues`, { done }),
    bookFor: (
      patientId: string,
      query: { day?: string; at?: string; service?: string; mode?: string } = {},
    ) => withQuery(`/doctor/patients/${id(patientId)}/book`, query),
    documents: (patientId: string, query: { page?: number; done?: 'added' } = {}) =>
      withQuery(`/doctor/patients/${id(patientId)}/documents`, query),
    results: '/doctor/results',
    resultsOf: (query: { page?: number }) => withQuery('/doctor/results', query),
    resultsDone: (done: 'reviewed') => withQuery('/doctor/results', { done }),
    newRecord: (patientId: string, type: string, query: { template?: string } = {}) =>
      withQuery(`/doctor/patients/${id(patientId)}/records/new/${id(type)}`, query),
    /** A note that adds to a signed one. */
    addendum: (patientId: string, noteId: string) =>
      withQuery(`/doctor/patients/${id(patientId)}/records/new/note`, { to: noteId }),
    /** Each record of a chart is one below this. */
    records: (patientId: string) => `/doctor/patients/${id(patientId)}/records`,
    record: (patientId: string, recordId: string) =>
      `/doctor/patients/${id(patientId)}/records/${id(recordId)}`,
    recordDone: (patientId: string, recordId: string, done: RecordDone) =>
      withQuery(`/doctor/patients/${id(patientId)}/records/${id(recordId)}`, { done }),
    recordInError: (patientId: string, recordId: string) =>
      `/doctor/patients/${id(patientId)}/records/${id(recordId)}/in-error`,
    editRecord: (patientId: string, recordId: string) =>
      `/doctor/patients/${id(patientId)}/records/${id(recordId)}/edit`,
  },
  admin: {
    ...clinicPaths,
    overview: '/admin',
    people: '/admin/people',
    peopleOf: (query: Record<string, QueryValue>) => withQuery('/admin/people', query),
    person: (userId: string) => `/admin/people/${id(userId)}`,
    personDone: (userId: string, done: PersonDone) => withQuery(`/admin/people/${id(userId)}`, { done }),
    /** The page that asks for the reason of an act. */
    personAct: (userId: string, act: PersonAct) => `/admin/people/${id(userId)}/${act}`,
    /** The page that asks for a doctor and a reason, or why an assignment is to end. */
    assign: (userId: string, end?: string) => withQuery(`/admin/people/${id(userId)}/doctors`, { end }),
    invite: '/admin/people/invite',
    approvals: '/admin/approvals',
    approvalsOf: (query: Record<string, QueryValue>) => withQuery('/admin/approvals', query),
    approval: (approvalId: string) => `/admin/approvals/${id(approvalId)}`,
    approvalDone: (approvalId: string, done: 'approved' | 'refused') =>
      withQuery(`/admin/approvals/${id(approvalId)}`, { done }),
    imports: '/admin/imports',
    import: (importId: string) => `/admin/imports/${id(importId)}`,
    audit: '/admin/audit',
    auditOf: (query: Record<string, QueryValue>) => withQuery('/admin/audit', query),
    event: (eventId: string) => `/admin/audit/${id(eventId)}`,
  },
  /** Documents as files: in a tab of their own, or to be saved. */
  files: {
    view: (documentId: string) => `/files/${id(documentId)}/view`,
    download: (documentId: string) => `/files/${id(documentId)}/download`,
  },
  /** A portrait for pages, by its address in the API. */
  picture: (address: string) => `/pictures/${id(address.slice(address.lastIndexOf('/') + 1))}`,
  account: {
    overview: '/account',
    profile: '/account/profile',
    ...reminderSettingPaths,
    password: '/account/password',
    email: '/account/email',
    delete: '/account/delete',
    export: '/account/export',
    exportFile: '/account/export/file',
    /** The whole record as a file; which kinds there are stands in the operation. */
    exportRecord: (format: 'fhir' | 'pdf' | 'archive') => `/account/export/${format}`,
    security: '/account/security',
    profileDone: (done: 'picture_set' | 'picture_removed') => withQuery('/account/profile', { done }),
    overviewDone: (done: 'saved' | 'password_changed' | 'email_requested') => withQuery('/account', { done }),
    securityDone: (done: 'passkey_added' | 'ended' | 'session_ended' | 'factor_removed') =>
      withQuery('/account/security', { done }),
    authenticator: '/account/security/authenticator',
    removeAuthenticator: '/account/security/authenticator?remove=asked',
    devices: '/account/security/devices',
    devicesDone: '/account/security/devices?done=removed',
    passkeys: '/account/security/passkeys',
    passkeysAsking: (about: { rename?: string; remove?: string }) =>
      withQuery('/account/security/passkeys', about),
    passkeysDone: (done: 'renamed' | 'removed') => withQuery('/account/security/passkeys', { done }),
    phone: '/account/security/phone',
    phoneAsking: (about: 'rename' | 'remove') => withQuery('/account/security/phone', { ask: about }),
    phoneDone: (done: 'added' | 'renamed' | 'removed') => withQuery('/account/security/phone', { done }),
    /** What a mailed invitation to look after somebody's record opens. */
    lookAfter: '/account/look-after',
    recovery: '/account/recovery',
    recoveryDone: '/account/recovery?done=stopped',
    recoveryCodes: '/account/security/recovery-codes',
    /** The same on the way to a path of this site. */
    recoveryCodesThen: (next: string) => withQuery('/account/security/recovery-codes', { next }),
    /** Where somebody shows again that it is them, by one method, and goes on to a checked path of this site. */
    confirm: (next?: string, method?: string) => withQuery('/account/confirm', { method, next }),
    /** By a code that was just sent to the phone. */
    confirmSent: (next?: string) => withQuery('/account/confirm', { method: 'sms', sent: '1', next }),
  },
} as const;

export type PortalRole = 'patient' | 'doctor' | 'admin';

const homes: Record<PortalRole, string> = {
  patient: paths.patient.home,
  doctor: paths.doctor.day,
  admin: paths.admin.overview,
};

export const homeOf = (role: PortalRole): string => homes[role];

/** The page that was asked for where it is one of theirs, else the first page of their portal. */
export const nextFor = (role: PortalRole, next: string | undefined): string =>
  next && [homeOf(role), paths.account.overview].some((area) => next.startsWith(area)) ? next : homeOf(role);

/** The first page after a sign-in for which others had to make room: its frame says so. */
export const madeRoomMark = 'made_room';
export const madeRoom = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}${madeRoomMark}=1`;

/** Where to go after signing in: a path of this site below a portal, or nothing. Never another origin. */
export function safeNext(next: string | null | undefined): string | undefined {
  if (!next || !/^\/(patient|doctor|admin|account)(?:[/?]|$)/.test(next)) return undefined;
  return /[\\\s]|\/\//.test(next) ? undefined : next;
}
