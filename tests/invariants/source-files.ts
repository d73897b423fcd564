import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** From the root of the checkout, with forward slashes. */
  readonly path: string;
  readonly lines: readonly string[];
  /** The same lines with their comments blanked: a comment may speak of what the code may not do. */
  readonly code: readonly string[];
}

const root = path.resolve(import.meta.dirname, '../..');
const folders = ['app', 'components', 'db', 'lib', 'tests'];

/** Every TypeScript file of ours. */
export function sourceFiles(): SourceFile[] {
  const found = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  );
  const top = readdirSync(root).filter((name) => name !== 'next-env.d.ts');
  return [...top, ...found].filter((file) => /\.(tsx?|mjs|cjs)$/.test(file)).map(read);
}

// drizzle-kit writes the tables; the functions are one migration, which a released database has run as it stands.
const unmeasured = new Set(['drizzle/0000_tables.sql', 'drizzle/0001_functions.sql']);

/** What else is written by hand: style sheets and SQL. */
export function sheetsAndScripts(): SourceFile[] {
  return [...folders, 'drizzle']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .filter((file) => /\.(css|sql)$/.test(file) && !unmeasured.has(file))
    .map(read);
}

function read(file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  return {
    path: file.replaceAll(path.sep, '/'),
    lines: text.split('\n'),
    code: withoutComments(text).split('\n'),
  };
}

/** Keeps line numbers. Good enough for text that is formatted: a `//` behind a colon is an address. */
function withoutComments(text: string): string {
  const blocks = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return blocks.replace(/(^|[^:\\'"`])\/\/.*$/gm, '$1');
}
