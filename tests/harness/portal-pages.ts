import type { Page } from 'playwright';
import { paths } from '#lib/platform/paths';
import { along } from './along';
import { mailedPages } from './mailed-pages';
import { ownVisitPages } from './own-visit-pages';
import { setupPages } from './setup-pages';

/** Who can open a page: the parts that the demo's people play. */
export type Viewer = 'stranger' | 'patient' | 'doctor' | 'admin';

export interface PortalPage {
  /** Names its picture. */
  name: string;
  viewer: Viewer;
  /** An address, or the way to it: from a page, along the first link that fits. */
  address: string | ((page: Page) => Promise<string>);
  /** Where it is not 200. */
  status?: number;
}

const id = '[0-9a-f-]{36}';
const aChart = new RegExp(`^/doctor/patients/${id}$`);
const aChartRecord = new RegExp(`^/doctor/patients/${id}/records/${id}$`);
const aPatientRecord = new RegExp(`^/patient/records/${id}$`);
const dayVisit = along(paths.doctor.day, new RegExp(`^/doctor/visits/${id}$`));
const aRecord = along(paths.doctor.patients, aChart, aChartRecord);

const newRecord = (type: string) => async (page: Page) =>
  `${await along(paths.doctor.patients, aChart)(page)}/records/new/${type}`;

const aPerson = along(paths.admin.peopleOf({ role: 'patient' }), new RegExp(`^/admin/people/${id}$`));

const personAct = (act: string) => async (page: Page) => `${await aPerson(page)}/${act}`;

/** Every page that there is. What is added to the portals is added here, and is then tested and pictured. */
export const portalPages: readonly PortalPage[] = [
  { name: 'home', viewer: 'stranger', address: paths.home },
  { name: 'sign-up', viewer: 'stranger', address: paths.signUp },
  { name: 'sign-up-sent', viewer: 'stranger', address: paths.signUpSent },
  ...mailedPages,
  { name: 'sign-in', viewer: 'stranger', address: paths.signIn },
  { name: 'verify', viewer: 'stranger', address: paths.verify },
  { name: 'forgot-password', viewer: 'stranger', address: paths.forgotPassword },
  { name: 'forgot-password-sent', viewer: 'stranger', address: paths.forgotPasswordSent },
  { name: 'forbidden', viewer: 'stranger', address: paths.forbidden, status: 403 },
  { name: 'not-found', viewer: 'stranger', address: '/no-such-page', status: 404 },
  { name: 'demo-outbox', viewer: 'stranger', address: paths.demoOutbox },

  { name: 'patient-home', viewer: 'patient', address: paths.patient.home },
  { name: 'patient-visits', viewer: 'patient', address: paths.patient.visits },
  ...ownVisitPages,
  { name: 'patient-find-time', viewer: 'patient', address: paths.patient.book },
  {
    name: 'patient-book-time',
    viewer: 'patient',
    address: along(paths.patient.book, /^\/patient\/visits\/book\?doctor=/),
  },
  {
    name: 'patient-book-review',
    viewer: 'patient',
    address: async (page) => {
      await page.goto(paths.patient.book);
      await page
        .getByRole('button', { name: /\d\d:\d\d$/ })
        .first()
        .click();
      await page.waitForURL(/[?&]review=/);
      return paths.patient.bookReview();
    },
  },
  { name: 'patient-records', viewer: 'patient', address: paths.patient.records },
  {
    name: 'patient-diagnosis',
    viewer: 'patient',
    address: along(paths.patient.recordsOf({ group: 'problems' }), aPatientRecord),
  },
  {
    name: 'patient-prescription',
    viewer: 'patient',
    address: along(paths.patient.recordsOf({ group: 'medicines' }), aPatientRecord),
  },
  {
    name: 'patient-lab-result',
    viewer: 'patient',
    address: along(paths.patient.recordsOf({ group: 'results' }), aPatientRecord),
  },
  { name: 'patient-documents', viewer: 'patient', address: paths.patient.documents },
  { name: 'patient-medications', viewer: 'patient', address: paths.patient.medications },
  {
    name: 'patient-ask-refill',
    viewer: 'patient',
    address: along(paths.patient.medications, new RegExp(`^/patient/medications/${id}/refill$`)),
  },
  {
    name: 'patient-ask-correction',
    viewer: 'patient',
    address: along(
      paths.patient.recordsOf({ group: 'problems' }),
      aPatientRecord,
      new RegExp(`^/patient/records/${id}/correction$`),
    ),
  },
  { name: 'patient-health', viewer: 'patient', address: paths.patient.health },
  { name: 'patient-new-allergy', viewer: 'patient', address: paths.patient.addHealth('allergy') },
  {
    name: 'patient-new-blood-pressure',
    viewer: 'patient',
    address: paths.patient.addHealth('blood_pressure'),
  },
  { name: 'patient-requests', viewer: 'patient', address: paths.patient.requests },
  { name: 'patient-results', viewer: 'patient', address: paths.patient.results },
  {
    name: 'patient-result-over-time',
    viewer: 'patient',
    address: along(paths.patient.results, aPatientRecord),
  },
  { name: 'patient-release', viewer: 'patient', address: paths.patient.release },
  { name: 'account', viewer: 'patient', address: paths.account.overview },
  { name: 'account-password', viewer: 'patient', address: paths.account.password },
  { name: 'account-email', viewer: 'patient', address: paths.account.email },
  { name: 'account-export', viewer: 'patient', address: paths.account.export },
  { name: 'account-delete', viewer: 'patient', address: paths.account.delete },
  { name: 'account-profile', viewer: 'patient', address: paths.account.profile },
  { name: 'account-security', viewer: 'patient', address: paths.account.security },
  { name: 'account-devices', viewer: 'patient', address: paths.account.devices },
  { name: 'account-phone', viewer: 'patient', address: paths.account.phone },
  { name: 'account-passkeys', viewer: 'patient', address: paths.account.passkeys },
  { name: 'account-recovery-codes', viewer: 'patient', address: paths.account.recoveryCodes },
  { name: 'account-confirm', viewer: 'patient', address: paths.account.confirm(paths.account.passkeys) },
  { name: 'account-authenticator', viewer: 'patient', address: paths.account.authenticator },

  { name: 'patient-sharing', viewer: 'patient', address: paths.patient.sharing },
  { name: 'patient-invite-carer', viewer: 'patient', address: paths.patient.inviteCarer },
  { name: 'account-look-after', viewer: 'patient', address: paths.account.lookAfter },

  { name: 'doctor-day', viewer: 'doctor', address: paths.doctor.day },
  { name: 'doctor-visit', viewer: 'doctor', address: dayVisit },
  {
    name: 'doctor-cancel-visit',
    viewer: 'doctor',
    address: async (page) => `${await dayVisit(page)}/cancel`,
  },
  {
    name: 'doctor-move-visit',
    viewer: 'doctor',
    address: async (page) => `${await dayVisit(page)}/move`,
  },
  { name: 'doctor-week', viewer: 'doctor', address: paths.doctor.week },
  { name: 'doctor-waiting-list', viewer: 'doctor', address: paths.doctor.waitingList },
  { name: 'doctor-patients', viewer: 'doctor', address: paths.doctor.patients },
  { name: 'doctor-patient', viewer: 'doctor', address: along(paths.doctor.patients, aChart) },
  ...(['timeline', 'results', 'measurements', 'vaccinations', 'notes'] as const).map((section) => ({
    name: `doctor-patient-${section}`,
    viewer: 'doctor' as const,
    address: async (page: Page) => `${await along(paths.doctor.patients, aChart)(page)}?section=${section}`,
  })),
  {
    name: 'doctor-documents',
    viewer: 'doctor',
    address: async (page) => `${await along(paths.doctor.patients, aChart)(page)}/documents`,
  },
  {
    name: 'doctor-colleagues',
    viewer: 'doctor',
    address: async (page) => `${await along(paths.doctor.patients, aChart)(page)}/colleagues`,
  },
  { name: 'doctor-new-diagnosis', viewer: 'doctor', address: newRecord('diagnosis') },
  { name: 'doctor-new-prescription', viewer: 'doctor', address: newRecord('prescription') },
  { name: 'doctor-new-lab-result', viewer: 'doctor', address: newRecord('lab_result') },
  { name: 'doctor-new-note', viewer: 'doctor', address: newRecord('note') },
  { name: 'doctor-new-measurement', viewer: 'doctor', address: newRecord('vital_sign') },
  { name: 'doctor-new-allergy', viewer: 'doctor', address: newRecord('allergy') },
  { name: 'doctor-new-vaccination', viewer: 'doctor', address: newRecord('immunization') },
  { name: 'doctor-new-procedure', viewer: 'doctor', address: newRecord('procedure') },
  { name: 'doctor-new-encounter', viewer: 'doctor', address: newRecord('encounter') },
  {
    name: 'doctor-book-time',
    viewer: 'doctor',
    address: async (page) => `${await along(paths.doctor.patients, aChart)(page)}/book`,
  },
  {
    name: 'doctor-book-review',
    viewer: 'doctor',
    address: async (page) =>
      along(`${await along(paths.doctor.patients, aChart)(page)}/book`, /[?&]at=/)(page),
  },
  { name: 'doctor-results', viewer: 'doctor', address: paths.doctor.results },
  {
    name: 'doctor-result-to-review',
    viewer: 'doctor',
    address: along(paths.doctor.results, aChartRecord),
  },
  { name: 'doctor-record', viewer: 'doctor', address: aRecord },
  { name: 'doctor-edit-record', viewer: 'doctor', address: async (page) => `${await aRecord(page)}/edit` },
  {
    name: 'doctor-record-in-error',
    viewer: 'doctor',
    address: async (page) => `${await aRecord(page)}/in-error`,
  },
  { name: 'doctor-requests', viewer: 'doctor', address: paths.doctor.requests },
  {
    name: 'doctor-corrections',
    viewer: 'doctor',
    address: paths.doctor.requestsOf({ show: 'corrections' }),
  },
  { name: 'doctor-security', viewer: 'doctor', address: paths.account.security },

  ...setupPages,
  { name: 'admin-overview', viewer: 'admin', address: paths.admin.overview },
  { name: 'admin-people', viewer: 'admin', address: paths.admin.people },
  { name: 'admin-person', viewer: 'admin', address: aPerson },
  { name: 'admin-person-disable', viewer: 'admin', address: personAct('disable') },
  { name: 'admin-person-role', viewer: 'admin', address: personAct('role') },
  { name: 'admin-person-recovery', viewer: 'admin', address: personAct('recovery') },
  { name: 'admin-person-doctors', viewer: 'admin', address: personAct('doctors') },
  { name: 'admin-invite', viewer: 'admin', address: paths.admin.invite },
  { name: 'admin-approvals', viewer: 'admin', address: paths.admin.approvals },
  { name: 'admin-imports', viewer: 'admin', address: paths.admin.imports },
  { name: 'doctor-imports', viewer: 'doctor', address: paths.doctor.imports },
  { name: 'account-recovery', viewer: 'patient', address: paths.account.recovery },
  { name: 'patient-calendar', viewer: 'patient', address: paths.patient.calendar },
  { name: 'admin-audit', viewer: 'admin', address: paths.admin.audit },
  {
    name: 'admin-event',
    viewer: 'admin',
    address: along(paths.admin.audit, new RegExp(`^/admin/audit/${id}$`)),
  },
];

export const addressOf = async ({ address }: PortalPage, page: Page): Promise<string> =>
  typeof address === 'string' ? address : address(page);
