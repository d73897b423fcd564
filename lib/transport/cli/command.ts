/** One word after `npm run`. It runs with the product open and says what it has to say on stdout. */
export interface Command {
  /** How to call it, for whoever called it wrongly. */
  readonly usage: string;
  /** Its own reading of the arguments, before anything is opened. @throws Error for wrong ones */
  parse(args: readonly string[]): () => Promise<string>;
}
