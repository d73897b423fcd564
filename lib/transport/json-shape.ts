import { type FieldError, OperationError } from '#lib/errors/operation-error';

const depthLimit = 32;
const keyLimit = 10_000;
const commaLimit = 100_000;

const quote = 0x22;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const colon = 0x3a;
const comma = 0x2c;
const spaces = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Refuses what parsers accept and readers disagree on, before any parser recurses into it: nesting beyond 32,
 * more than 10,000 keys or 100,000 commas (ten megabytes of numbers hold the process for a second), and a key that stands twice in one object (RFC 8259, section 4, leaves its meaning open).
 */
export function assertJsonShape(text: string): void {
  const open: (Set<string> | null)[] = []; // a set of keys for an object, null for an array
  let keys = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === quote) {
      const end = endOfString(text, at);
      const names = open.at(-1);
      if (names && isKey(text, end)) {
        addKey(names, text.slice(at, end));
        keys += 1;
      }
      at = end - 1;
    } else if (character === openBrace || character === openBracket) {
      open.push(character === openBrace ? new Set() : null);
    } else if (character === closeBrace || character === closeBracket) {
      open.pop();
    } else if (character === comma) {
      commas += 1;
    }
    if (open.length > depthLimit) throw malformed('too_deep', `Nested deeper than ${depthLimit}`);
    if (keys > keyLimit) throw malformed('too_many_keys', `More than ${keyLimit} keys`);
    if (commas > commaLimit) throw malformed('too_many_values', `More than ${commaLimit} commas`);
  }
}

/** The index behind the closing quote. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function isKey(text: string, from: number): boolean {
  let at = from;
  while (spaces.has(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === colon;
}

function addKey(names: Set<string>, literal: string): void {
  const name: unknown = JSON.parse(literal);
  if (names.has(String(name))) throw malformed('duplicate_key', 'The same key twice in one object');
  names.add(String(name));
}

function malformed(code: string, message: string): OperationError {
  const errors: FieldError[] = [{ path: '', code, message }];
  return new OperationError('malformed_request', { errors });
}
