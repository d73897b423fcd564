export interface ShellPerson {
  name: string;
  /** Role or clinic, under the name. */
  detail?: string;
}

/** A server action. It ends the session and leads to the sign-in page. */
export type SignOutAction = (form: FormData) => Promise<void>;
