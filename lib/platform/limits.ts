/**
 * Every throttle of the system: at most `count` in `seconds`, counted from the first. `LIMIT_<NAME>=count/seconds` in the
 * environment replaces one (LIMIT_SIGN_UP=1000/60), so that a load test can raise what protects a clinic.
 */
export const defaultLimits = {
  /** Sign-ups from one address. */
  sign_up: { count: 30, seconds: 3600 },
  /** Sign-ups for one e-mail address: each sends its owner a mail. */
  sign_up_email: { count: 5, seconds: 3600 },
  /** Wrong passwords for one account from one address, so that a stranger elsewhere does not lock its owner out. */
  sign_in_account: { count: 10, seconds: 900 },
  /** Wrong passwords for one account, from wherever they come. */
  sign_in_everywhere: { count: 100, seconds: 3600 },
  /** Wrong passwords from one address, for whichever account. */
  sign_in_address: { count: 50, seconds: 900 },
  /** Wrong codes of an authenticator app for one account from one address (NIST SP 800-63B, 3.2.2, asks for a limit). */
  mfa_verify: { count: 5, seconds: 900 },
  /** Wrong codes of an authenticator app for one account, from wherever they come. */
  mfa_everywhere: { count: 20, seconds: 3600 },
  /** Wrong codes of a text message for one account from one address, and from everywhere. */
  sms_verify: { count: 5, seconds: 900 },
  sms_everywhere: { count: 20, seconds: 3600 },
  /** Text messages with a code, each of which costs: for one account, to one number, and for everybody together. */
  sms_send_account: { count: 5, seconds: 3600 },
  sms_send_number: { count: 10, seconds: 86_400 },
  /** And to a number that its owner has not confirmed, apart: whoever types somebody's number uses up none of theirs. */
  sms_send_unconfirmed: { count: 10, seconds: 86_400 },
  sms_send_everywhere: { count: 500, seconds: 3600 },
  /** Wishes for such a message from one address, whether or not one is sent. */
  sms_ask: { count: 60, seconds: 900 },
  /** Wrong recovery codes for one account from one address, and from everywhere: each costs a slow hash. */
  recovery_verify: { count: 10, seconds: 900 },
  recovery_everywhere: { count: 40, seconds: 3600 },
  /** New sets of recovery codes for one account: each costs ten slow hashes. */
  recovery_codes: { count: 5, seconds: 3600 },
  /** Wrong passwords of a session that shows again whose it is. */
  step_up_password: { count: 5, seconds: 900 },
  /** Wrong codes while a factor is being enrolled. */
  totp_confirm: { count: 5, seconds: 900 },
  /** Refreshes of one token family: an app with many requests on their way sends as many of the same token at once. */
  refresh: { count: 120, seconds: 60 },
  /** Challenges for passkeys from one address. */
  passkey_begin: { count: 3000, seconds: 900 },
  /** Refused answers of one passkey in one place; of those that are nobody's, for the place. */
  passkey_verify: { count: 20, seconds: 900 },
  /** Tries of the portal's own sign-in tickets from one address. */
  redeem_ticket: { count: 200, seconds: 900 },
  /** Returns from the identity provider to one address: a whole clinic may stand behind it in the morning. */
  sso: { count: 100, seconds: 900 },
  /** Tries of e-mail verification tokens from one address. */
  verify_email: { count: 60, seconds: 900 },
  /** Tries of invitation tokens from one address. */
  invitation: { count: 20, seconds: 900 },
  /** Tries of recovery links from one address, and of passwords with one link. */
  recovery: { count: 20, seconds: 900 },
  recovery_password: { count: 5, seconds: 3600 },
  /** Current passwords tried by whoever holds a session, for one account from one address. */
  password_change: { count: 5, seconds: 900 },
  /** Requests to reset a password from one address. */
  reset_request: { count: 20, seconds: 3600 },
  /** Requests to reset the password of one e-mail address: each sends its owner a mail. */
  reset_email: { count: 5, seconds: 3600 },
  /** Tries of mailed reset tokens from one address. */
  reset_password: { count: 30, seconds: 900 },
  /** New e-mail addresses that one account asks for: each gets a mail. */
  email_change: { count: 5, seconds: 3600 },
  /** People whom one account invites to look after its record: each gets a mail. */
  carer_invitation: { count: 10, seconds: 86_400 },
  /** Tries of mailed tokens that confirm a new address, or undo a deletion, from one address. */
  account_link: { count: 30, seconds: 900 },
  /** Looks and changes by links in mails about visits, from one address: each week of other times is a look. */
  visit_link: { count: 120, seconds: 900 },
  /** Ends of reminders by link from one address: those who run mailboxes press the button for many people. */
  reminders_off: { count: 600, seconds: 900 },
  /** Reads of calendar addresses from one address: those who run calendars ask for many people. */
  calendar_feed: { count: 600, seconds: 900 },
  /** Visits that a patient may have booked and still before them, in so many seconds from now: a diary is for all. */
  open_visits: { count: 10, seconds: 31_622_400 },
  /** Savings of a form that is being typed, in one session: one every two seconds is a fast writer. */
  draft_save: { count: 300, seconds: 600 },
  /** Files sent in one session: each is looked at, sealed and kept. */
  document_upload: { count: 60, seconds: 3600 },
  /** Searches for a code in one session, each while its name is typed. */
  terminology_search: { count: 300, seconds: 60 },
  /** A whole record that its patient takes along: a large one is seconds of work. */
  record_copy: { count: 30, seconds: 3600 },
  /** Exports of whole charts that one account asks for: each may take a machine minutes. */
  chart_export: { count: 10, seconds: 3600 },
  /** Imports that one account asks for: each is read several times, and checked by a job that all share. */
  chart_import: { count: 120, seconds: 3600 },
  /** Anything at all from one address, before it is even parsed. */
  api_address: { count: 6000, seconds: 60 },
} as const satisfies Record<string, Limit>;

export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

export type LimitName = keyof typeof defaultLimits;
export type Limits = Readonly<Record<LimitName, Limit>>;

export const limitNames = Object.keys(defaultLimits) as LimitName[];
