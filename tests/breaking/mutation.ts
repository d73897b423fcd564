/** One way to break the product, and what is asked whether it notices. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** A script of package.json, or test files of the database project. */
  readonly ask: 'typecheck' | 'check:imports' | 'check:bans' | readonly string[];
}

export const invariants = (...names: string[]): readonly string[] =>
  names.map((name) => `tests/invariants/${name}.test.ts`);
