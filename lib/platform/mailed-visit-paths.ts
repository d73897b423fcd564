import { encodedId as id, withQuery } from './with-query';

/** What links in messages about visits open. */
export const mailedVisitPaths = {
  /** What the link in a mail about a visit opens, and the choices on it. */
  visitChange: (query: {
    token: string;
    from?: string | undefined;
    day?: string | undefined;
    at?: string | undefined;
    ask?: 'cancel';
  }) => withQuery('/visit-change', query),
  visitChangeDone: (done: 'moved' | 'cancelled' | 'confirmed') => withQuery('/visit-change', { done }),
  /** What the link in a mail about a time that became free opens. */
  visitOffer: (token: string) => withQuery('/visit-offer', { token }),
  visitOfferDone: (done: 'accepted' | 'declined') => withQuery('/visit-offer', { done }),
  /** Ends reminders. For people: a page that asks first. */
  stopReminders: (query: { token: string } | { done: 'stopped' }) => withQuery('/stop-reminders', query),
  /** For mail programs, which post to it (RFC 8058). */
  unsubscribe: (token: string) => `/unsubscribe/${id(token)}`,
};

/** Where somebody chooses how they are reminded. */
export const reminderSettingPaths = {
  reminders: '/account/reminders',
  remindersDone: '/account/reminders?done=saved',
} as const;
