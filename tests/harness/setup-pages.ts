import { paths } from '#lib/platform/paths';
import { along } from './along';
import type { PortalPage } from './portal-pages';

const aService = along(paths.admin.services(), /^\/admin\/clinic\/services\/[0-9a-f-]{36}$/);
const aRoom = along(paths.admin.rooms(), /[?&]change=/);

/** Where a clinic and the hours of its doctors are set up, and how somebody is reminded. */
export const setupPages: readonly PortalPage[] = [
  { name: 'doctor-hours', viewer: 'doctor', address: paths.doctor.hours },
  { name: 'doctor-hours-day', viewer: 'doctor', address: paths.doctor.hoursOn(1) },
  { name: 'doctor-hours-settings', viewer: 'doctor', address: paths.doctor.hoursSettings },
  { name: 'doctor-hours-services', viewer: 'doctor', address: paths.doctor.offers },
  { name: 'doctor-hours-days', viewer: 'doctor', address: paths.doctor.singleDays },
  { name: 'doctor-hours-away', viewer: 'doctor', address: paths.doctor.away },

  { name: 'admin-clinic', viewer: 'admin', address: paths.admin.clinic },
  { name: 'admin-services', viewer: 'admin', address: paths.admin.services() },
  { name: 'admin-new-service', viewer: 'admin', address: paths.admin.newService() },
  { name: 'admin-service', viewer: 'admin', address: aService },
  { name: 'admin-rooms', viewer: 'admin', address: paths.admin.rooms() },
  { name: 'admin-room', viewer: 'admin', address: aRoom },
  { name: 'admin-opening-hours', viewer: 'admin', address: paths.admin.openingHours() },
  { name: 'admin-closures', viewer: 'admin', address: paths.admin.closures() },
  { name: 'admin-reminder-texts', viewer: 'admin', address: paths.admin.reminderTexts() },
  { name: 'account-reminders', viewer: 'patient', address: paths.account.reminders },
];
