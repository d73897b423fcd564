import {
  forgetRecoveryCodes,
  keepRecoveryCodes,
  keptRecoveryCodes,
} from '#lib/auth/portal/recovery-codes-cookie';

/** New recovery codes between the form that made them and the page that shows them. */
export { forgetRecoveryCodes, keepRecoveryCodes, keptRecoveryCodes };
