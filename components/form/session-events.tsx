/** Asks the forms of the page to keep what was typed now. */
export const keepDrafts = 'medisecure:keep-drafts';

/** Something was refused as signed out: the page is to ask whether it still is signed in. */
export const checkSession = 'medisecure:check-session';
