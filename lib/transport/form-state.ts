/** For whom a form was made. Like Next's own fields it begins with `$` and is no input. */
export const personField = '$person';

/** Under which name what is typed into a form is kept until it is sent. */
export const draftField = '$draft';

export interface FieldError {
  /** Name of the field, or empty for the form as a whole. */
  path: string;
  code: string;
  /** In the reader's language: what happened and what to do. */
  message: string;
}

/** Another's version of what a form changes, in the values of its fields. */
export interface NewerVersion {
  version: number;
  /** Who saved it when, and why, in the reader's language. */
  title: string;
  text: string;
  reason?: string;
  values: Readonly<Record<string, string>>;
}

/** What a server action answers to a form. */
export interface FormState {
  status: 'idle' | 'error' | 'done';
  errors?: readonly FieldError[];
  /** What was typed, to be shown again. Never a password or a code. */
  values?: Readonly<Record<string, string>>;
  message?: string;
  /** The way on, in a window of its own: what was typed stays where it is. */
  link?: { href: string; label: string };
  retryAfterSeconds?: number;
  /** Times that could be had in place of one that is taken. */
  nearest?: readonly { value: string; label: string; zone: string }[];
  /** What another has saved meanwhile: shown beside what was typed. */
  newer?: NewerVersion;
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What was typed into a form before and not sent; `values` is null where there is nothing. */
export interface FormDraft {
  form: string;
  values: Readonly<Record<string, string>> | null;
  discard: FormAction;
}
