import { encodedId as id, withQuery } from './with-query';

/** What was just done to the clinic or to a doctor's hours, as the page says afterwards. */
export type SetupDone = 'saved' | 'added' | 'archived' | 'removed' | 'cancelled' | 'some_cancelled';

interface AtSite {
  /** Where there are several; the first where it is left out. */
  site?: string | undefined;
  done?: SetupDone;
}

/** Where admins set up the clinic. */
export const clinicPaths = {
  clinic: '/admin/clinic',
  clinicOf: (query: AtSite) => withQuery('/admin/clinic', { ...query }),
  services: (query: AtSite = {}) => withQuery('/admin/clinic/services', { ...query }),
  newService: (query: AtSite = {}) => withQuery('/admin/clinic/services/new', { ...query }),
  service: (serviceId: string) => `/admin/clinic/services/${id(serviceId)}`,
  /** The same with the form for the room that is to change. */
  rooms: (query: AtSite & { change?: string } = {}) => withQuery('/admin/clinic/rooms', { ...query }),
  openingHours: (query: AtSite = {}) => withQuery('/admin/clinic/hours', { ...query }),
  reminderTexts: (query: AtSite & { language?: string; kind?: string } = {}) =>
    withQuery('/admin/clinic/reminders', { ...query }),
  closures: (query: AtSite = {}) => withQuery('/admin/clinic/closures', { ...query }),
} as const;

/** Where a doctor says when they may be booked, and for what. */
export const hoursPaths = {
  hours: '/doctor/hours',
  hoursDone: (done: SetupDone) => withQuery('/doctor/hours', { done }),
  hoursOn: (weekday: number) => `/doctor/hours/week/${weekday}`,
  hoursSettings: '/doctor/hours/settings',
  offers: '/doctor/hours/services',
  singleDays: '/doctor/hours/days',
  singleDaysDone: (done: SetupDone) => withQuery('/doctor/hours/days', { done }),
  away: '/doctor/hours/away',
  /** The same with a day filled in, for some hours of it. */
  blockTime: (day: string) => withQuery('/doctor/hours/away', { day }),
  /** Where the visits that stand in a leave are called off. */
  clashingOf: (absenceId: string) => `/doctor/hours/away/${id(absenceId)}`,
  awayDone: (done: SetupDone) => withQuery('/doctor/hours/away', { done }),
} as const;
