import { Capture } from './capture';
import { badBundle } from './issue';
import { bundleLimits } from './limits';

/** One element of `Bundle.entry`, or one resource that stands by itself. */
export interface ScannedEntry {
  readonly position: number;
  /** Where it stands: `Bundle.entry[17]`. */
  readonly place: string;
  /** As received; null where it was larger than the limit and was passed over. */
  readonly bytes: Uint8Array | null;
}

/** What stands around the entries of a bundle, each replaced by a zero; null where there is no bundle but resources. */
export type ScannedHead = Uint8Array | null;

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const openBrace = 0x7b;
const closeBracket = 0x5d;
const closeBrace = 0x7d;
const comma = 0x2c;
const colon = 0x3a;
const spaces = new Set([0x20, 0x09, 0x0a, 0x0d]);
const placeholder = new Uint8Array([0x30]);
const byteOrderMark = [0xef, 0xbb, 0xbf];
const longestWord = 64;

/**
 * Finds the borders of the entries in bytes as they come. It holds the entry that it is in and what stands around the
 * entries, never the whole. Whether the text between two borders is JSON, its reader says.
 */
export class EntryScanner {
  #mode: 'outside' | 'head' | 'entries' | 'element' | 'resource' = 'outside';
  #depth = 0;
  #inString = false;
  #escaped = false;
  #expectsKey = false;
  #key = '';
  #word: number[] = [];
  #hasEntries = false;
  #hasResources = false;
  #isBundle = false;
  #bundleEnded = false;
  #count = 0;
  #offset = 0;
  #around: Capture;
  #sink: Capture | null = null;
  #chunk: Uint8Array = placeholder;
  #from = 0;

  constructor(private readonly limits: { entries: number; entryBytes: number } = bundleLimits) {
    this.#around = new Capture(limits.entryBytes);
  }

  /** How many bytes it holds. */
  get held(): number {
    return this.#around.size + (this.#sink === this.#around ? 0 : (this.#sink?.size ?? 0));
  }

  /** Gives each entry that ends in these bytes, as soon as it ends. @throws BadBundle */
  *push(chunk: Uint8Array): Generator<ScannedEntry> {
    this.#chunk = chunk;
    this.#from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      const ended = this.#inString ? this.#stringByte(byte, at) : this.#byte(byte, at);
      if (ended) yield ended;
    }
    this.#cut(chunk.length, this.#sink);
    this.#offset += chunk.length;
  }

  /** @throws BadBundle for an upload that ends too early */
  end(): ScannedHead {
    if (this.#depth > 0) throw badBundle(this.#place(), 'truncated');
    if (this.#bundleEnded) return this.#headBytes();
    if (this.#count === 0) throw badBundle('Bundle', 'empty');
    return null;
  }

  #stringByte(byte: number, at: number): ScannedEntry | null {
    const isWord = this.#mode === 'head' && this.#depth === 1;
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) {
      this.#inString = false;
      if (isWord) this.#wordEnded();
      return this.#mode === 'element' && this.#depth === 2 ? this.#endElement(at + 1) : null;
    }
    if (isWord && this.#word.length < longestWord) this.#word.push(byte);
    return null;
  }

  /** The keys of the outermost object and its resourceType say what this is. */
  #wordEnded(): void {
    const word = Buffer.from(this.#word).toString('utf8');
    if (this.#expectsKey) this.#key = word;
    else if (this.#key === 'resourceType') {
      this.#isBundle = word === 'Bundle';
      if (!this.#isBundle && !this.#hasEntries) this.#mode = 'resource';
    }
  }

  #byte(byte: number, at: number): ScannedEntry | null {
    if (this.#mode === 'outside') this.#open(byte, at);
    else if (byte === quote) this.#openString(at);
    else if (byte === openBrace || byte === openBracket) this.#openContainer(byte, at);
    else if (byte === closeBrace || byte === closeBracket) return this.#close(at);
    else if (this.#mode === 'head') this.#headByte(byte);
    else if (this.#mode === 'entries') this.#bareByte(byte, at);
    else if (this.#mode === 'element' && this.#depth === 2 && (byte === comma || spaces.has(byte)))
      return this.#endElement(at);
    return null;
  }

  #open(byte: number, at: number): void {
    if (spaces.has(byte) || byte === byteOrderMark[this.#offset + at]) return;
    if (this.#bundleEnded) throw badBundle('Bundle', 'more_than_one_bundle');
    if (byte !== openBrace) throw badBundle(this.#place(), 'not_json');
    this.#around = new Capture(this.limits.entryBytes);
    this.#cut(at, this.#around);
    this.#mode = 'head';
    this.#depth = 1;
    this.#expectsKey = true;
    this.#key = '';
  }

  #openString(at: number): void {
    this.#inString = true;
    if (this.#mode === 'entries') this.#beginElement(at);
    else this.#word = [];
  }

  #openContainer(byte: number, at: number): void {
    if (this.#mode === 'entries') this.#beginElement(at);
    const opensEntries = this.#mode === 'head' && this.#depth === 1 && byte === openBracket;
    this.#depth += 1;
    if (!opensEntries || this.#key !== 'entry') return;
    this.#hasEntries = true;
    this.#mode = 'entries';
  }

  #close(at: number): ScannedEntry | null {
    // A number or a word that ends with the array itself.
    const bare = this.#mode === 'element' && this.#depth === 2 ? this.#endElement(at) : null;
    this.#depth -= 1;
    if (this.#mode === 'element' && this.#depth === 2) return this.#endElement(at + 1);
    if (this.#mode === 'entries') this.#mode = 'head';
    else if (this.#depth === 0) return this.#endObject(at + 1);
    return bare;
  }

  #headByte(byte: number): void {
    if (this.#depth !== 1) return;
    if (byte === comma) this.#expectsKey = true;
    else if (byte === colon) this.#expectsKey = false;
  }

  #bareByte(byte: number, at: number): void {
    if (byte !== comma && !spaces.has(byte)) this.#beginElement(at);
  }

  #beginElement(at: number): void {
    if (this.#count >= this.limits.entries) throw badBundle(this.#place(), 'too_many_entries');
    this.#cut(at, new Capture(this.limits.entryBytes));
    this.#mode = 'element';
  }

  #endElement(at: number): ScannedEntry {
    const entry = this.#captured(at);
    this.#around.add(placeholder);
    this.#sink = this.#around;
    this.#mode = 'entries';
    return entry;
  }

  #endObject(at: number): ScannedEntry | null {
    this.#mode = 'outside';
    if (this.#isBundle || this.#hasEntries) {
      if (this.#hasResources) throw badBundle(this.#place(), 'not_bundle');
      this.#cut(at, null);
      this.#bundleEnded = true;
      return null;
    }
    if (this.#count >= this.limits.entries) throw badBundle(this.#place(), 'too_many_entries');
    this.#hasResources = true;
    return this.#captured(at);
  }

  #captured(at: number): ScannedEntry {
    const place = this.#place();
    const sink = this.#sink;
    this.#cut(at, null);
    const entry = { position: this.#count, place, bytes: sink?.bytes() ?? null };
    this.#count += 1;
    return entry;
  }

  /** What came until here goes where it belongs, and what comes goes on to the next place. */
  #cut(at: number, next: Capture | null): void {
    this.#sink?.add(this.#chunk.subarray(this.#from, at));
    this.#from = at;
    this.#sink = next;
  }

  #place(): string {
    if (this.#hasEntries) return `Bundle.entry[${this.#count}]`;
    return this.#isBundle ? 'Bundle' : `Resource[${this.#count}]`;
  }

  #headBytes(): Uint8Array {
    const bytes = this.#around.bytes();
    if (!bytes || bytes.length > bundleLimits.headBytes) throw badBundle('Bundle', 'head_too_large');
    return bytes;
  }
}
