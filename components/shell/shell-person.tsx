export interface ShellPerson {
  name: string;
  /** Role or clinic, under the name. */
  detail?: string;
}
