import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Operation } from '#lib/operations/define';

export interface FoundOperation {
  /** `users/get-me` */
  readonly file: string;
  readonly operation: Operation;
}

const folder = path.resolve(import.meta.dirname, '../../lib/operations');

/** Every operation that stands in the tree, so that a new one cannot be forgotten by a list. */
export async function allOperations(): Promise<FoundOperation[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.includes('/') && file.endsWith('.ts') && !file.startsWith('kernel/'))
    .sort();
  const found = await Promise.all(files.map(operationsIn));
  return found.flat();
}

async function operationsIn(file: string): Promise<FoundOperation[]> {
  const exported: Record<string, unknown> = await import(pathToFileURL(path.join(folder, file)).href);
  const operations = Object.values(exported).filter(isOperation);
  return operations.map((operation) => ({ file: file.slice(0, -'.ts'.length), operation }));
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'declaration' in value && 'procedure' in value;
}
