import { paths } from '#lib/platform/paths';

/** A token that opens nothing. */
const unknown = 'a'.repeat(43);
const viewer = 'stranger';

/** What links in mails open, with a token and without. */
export const mailedPages = [
  { name: 'verify-email', viewer, address: `${paths.verifyEmail}?token=${unknown}` },
  { name: 'verify-email-incomplete', viewer, address: paths.verifyEmail },
  { name: 'reset-password', viewer, address: `${paths.resetPassword}?token=${unknown}` },
  { name: 'reset-password-incomplete', viewer, address: paths.resetPassword },
  { name: 'confirm-email', viewer, address: `${paths.confirmEmail}?token=${unknown}` },
  { name: 'undo-deletion', viewer, address: `${paths.undoDeletion}?token=${unknown}` },
  { name: 'accept-invitation', viewer, address: `${paths.acceptInvitation}?token=${unknown}` },
  { name: 'recover', viewer, address: `${paths.recover}?token=${unknown}` },
  { name: 'stop-recovery', viewer, address: `${paths.stopRecovery}?token=${unknown}` },
  { name: 'visit-change-dead', viewer, address: paths.visitChange({ token: unknown }) },
  { name: 'visit-change-incomplete', viewer, address: '/visit-change' },
  { name: 'visit-change-moved', viewer, address: paths.visitChangeDone('moved') },
  { name: 'visit-change-confirmed', viewer, address: paths.visitChangeDone('confirmed') },
  { name: 'stop-reminders', viewer, address: paths.stopReminders({ token: unknown }) },
  { name: 'stop-reminders-incomplete', viewer, address: '/stop-reminders' },
  { name: 'stop-reminders-done', viewer, address: paths.stopReminders({ done: 'stopped' }) },
  { name: 'visit-offer-dead', viewer, address: paths.visitOffer(unknown) },
  { name: 'visit-offer-incomplete', viewer, address: '/visit-offer' },
  { name: 'visit-offer-accepted', viewer, address: paths.visitOfferDone('accepted') },
  { name: 'recover-incomplete', viewer, address: paths.recover },
] as const;
