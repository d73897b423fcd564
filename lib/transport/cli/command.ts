/** One word after `npm run`. It runs with the product open, but for what runs alone, and says what it has to say on stdout. */
export interface Command {
  /** How to call it, for whoever called it wrongly. */
  readonly usage: string;
  /** It needs nothing of the product: it runs where there is none. */
  readonly alone?: true;
  /** Its own reading of the arguments, before anything is opened. @throws Error for wrong ones */
  parse(args: readonly string[]): () => Promise<string>;
}
