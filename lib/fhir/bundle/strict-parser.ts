import { LosslessNumber } from 'lossless-json';
import type { Json, JsonObject } from '../json';
import { type BundleIssueCode, badBundle } from './issue';
import { bundleLimits } from './limits';

export interface Parsed {
  readonly value: Json;
  /** Where the value of each member of the outermost object stands in the text. */
  readonly spans: ReadonlyMap<string, readonly [start: number, end: number]>;
}

/** Names by which a plain object can be made something else. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
/** R4 datatypes: elements of type base64Binary. Everything else is a string, at most a megabyte long. */
const base64 = new Set(['data', 'valueBase64Binary']);
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const space = /[ \t\n\r]*/y;
const words: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const rawControl = /[\u0000-\u001f]/;
// R4 datatypes, "string": no control characters but tab, line feed and carriage return.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const meantControl = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
/** A key is shown in a place only where it can be the name of an element. */
const elementName = /^_?[A-Za-z][A-Za-z0-9]{0,63}$/;

/**
 * JSON as FHIR means it, where parsers disagree: no key twice, none that is special to the language, nothing nested
 * without end, numbers as they were written.
 *
 * @throws BadBundle that names the place, and never what stands there
 */
export function parseStrict(text: string, place: string): Parsed {
  return new StrictParser(text, place).parse();
}

class StrictParser {
  #at = 0;
  readonly #path: (string | number)[] = [];
  readonly #spans = new Map<string, readonly [number, number]>();

  constructor(
    private readonly text: string,
    private readonly place: string,
  ) {}

  parse(): Parsed {
    this.#skip();
    const value = this.#value('');
    this.#skip();
    if (this.#at < this.text.length) this.#fail('not_json');
    return { value, spans: this.#spans };
  }

  #value(key: string): Json {
    const character = this.text[this.#at];
    if (character === '{') return this.#object();
    if (character === '[') return this.#array(key);
    if (character === '"')
      return this.#string(base64.has(key) ? bundleLimits.base64Length : bundleLimits.stringLength);
    const word = words.find(([each]) => this.text.startsWith(each, this.#at));
    if (!word) return this.#number();
    this.#at += word[0].length;
    return word[1];
  }

  #object(): JsonObject {
    const tree: JsonObject = {};
    this.#enter();
    for (let first = true; this.#next('}', first); first = false) {
      const key = this.#keyOf(tree);
      this.#path.push(key);
      const start = this.#at;
      tree[key] = this.#value(key);
      if (this.#path.length === 1) this.#spans.set(key, [start, this.#at]);
      this.#path.pop();
    }
    return tree;
  }

  #keyOf(tree: JsonObject): string {
    if (this.text[this.#at] !== '"') this.#fail('not_json');
    const key = this.#string(bundleLimits.keyLength);
    if (forbidden.has(key)) this.#fail('forbidden_key');
    if (Object.hasOwn(tree, key)) {
      this.#path.push(key);
      this.#fail('duplicate_key');
    }
    this.#skip();
    if (this.text[this.#at] !== ':') this.#fail('not_json');
    this.#at += 1;
    this.#skip();
    return key;
  }

  #array(key: string): Json[] {
    const items: Json[] = [];
    this.#enter();
    for (let first = true; this.#next(']', first); first = false) {
      this.#path.push(items.length);
      items.push(this.#value(key));
      this.#path.pop();
    }
    return items;
  }

  #enter(): void {
    if (this.#path.length >= bundleLimits.depth) this.#fail('too_deep');
    this.#at += 1;
  }

  /** Whether another member or item begins here; steps over the comma before it, or over the end. */
  #next(end: '}' | ']', isFirst: boolean): boolean {
    this.#skip();
    const ends = this.text[this.#at] === end;
    if (!ends && isFirst) return true;
    if (!ends && this.text[this.#at] !== ',') this.#fail('not_json');
    this.#at += 1;
    if (ends) return false;
    this.#skip();
    return true;
  }

  #string(longest: number): string {
    const end = this.#endOfString();
    const written = this.text.slice(this.#at + 1, end);
    if (rawControl.test(written)) this.#fail('control_character');
    const meant = written.includes('\\') ? this.#unescaped(end) : written;
    if (meant.length > longest) this.#fail('string_too_long');
    if (meantControl.test(meant)) this.#fail('control_character');
    if (!isWellFormed(meant)) this.#fail('invalid_unicode');
    this.#at = end + 1;
    return meant;
  }

  #endOfString(): number {
    let end = this.text.indexOf('"', this.#at + 1);
    while (end !== -1 && this.#isEscaped(end)) end = this.text.indexOf('"', end + 1);
    return end === -1 ? this.#fail('truncated') : end;
  }

  #isEscaped(quote: number): boolean {
    let first = quote;
    while (this.text[first - 1] === '\\') first -= 1;
    return (quote - first) % 2 === 1;
  }

  #unescaped(end: number): string {
    try {
      return JSON.parse(this.text.slice(this.#at, end + 1)) as string;
    } catch {
      return this.#fail('not_json');
    }
  }

  #number(): Json {
    number.lastIndex = this.#at;
    const literal = number.exec(this.text)?.[0];
    if (literal === undefined) this.#fail(this.#at >= this.text.length ? 'truncated' : 'not_json');
    if (literal.length > bundleLimits.numberLength) this.#fail('number_too_long');
    this.#at += literal.length;
    return new LosslessNumber(literal);
  }

  #skip(): void {
    space.lastIndex = this.#at;
    space.exec(this.text);
    this.#at = space.lastIndex;
  }

  #fail(code: BundleIssueCode): never {
    throw badBundle(pathOf(this.place, this.#path), code);
  }
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const isWellFormed = (text: string) => !loneSurrogate.test(text);

/** The place of an element within another, as FHIRPath writes it. */
export function pathOf(place: string, steps: readonly (string | number)[]): string {
  return place + steps.map(stepOf).join('');
}

function stepOf(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return elementName.test(step) ? `.${step}` : '.?';
}
