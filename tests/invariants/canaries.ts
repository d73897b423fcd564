import type { Operation } from '#lib/operations/define';
import { type Path, takes, textFields, valueAt, withValue } from './text-fields';

/** Every canary sings one of these, so that one search finds them all. */
export const songs = ['kanarie7f3a', '555019377', '1901-02-03'] as const;
const [song, phoneSong, dateSong] = songs;

let sung = 0;

/** What may be typed into a field, the most talkative first: text, one word, address, phone, URL, password, date. */
function canariesFor(field: string, before: unknown): string[] {
  sung += 1;
  const word = `${song}n${sung}`;
  if (typeof before === 'string' && before.startsWith('{')) {
    return [before.includes('"text":"') ? before.replace(/"text":"[^"]*"/, `"text":"${word}"`) : before];
  }
  // A file: its text sings.
  if (field === 'content' && typeof before === 'string')
    return [Buffer.from(`${word} <5 mmol/L`).toString('base64')];
  if (/birth/.test(field)) return [dateSong];
  if (/^email$/.test(field)) return [`${word}@example.org`];
  if (/password/.test(field)) return [`Aa1!${word}`];
  if (/phone/.test(field)) return [`+1${phoneSong}`];
  return [
    `${word} <5 mmol/L & O'Brien's "cough"`,
    word,
    `https://${word}.example.org/a.png`,
    `+1${phoneSong}`,
  ];
}

/** What is not about a person and stands in the open: sites and what they are called, sources, languages. */
const open = new Set(['name', 'zone', 'speciality', 'source_system', 'locale', 'starts', 'ends', 'ip']);

/** What a site tells everybody of itself. */
const told = new Set(['address', 'phone', 'video_url', 'subject', 'mail', 'text']);
const tellsOfSite = new Set([
  'clinics.update',
  'clinic-import.add-clinic',
  'reminder-texts.save',
  'questionnaires.set',
]);

/** What proves something: another value of it proves nothing. */
const proofs = /^(token|mfa_token|ticket|refresh_token|code)$/;

/** The same input with a canary in each field that takes one. `proofs` too where the run is meant to fail. */
export function withCanaries(operation: Operation, input: unknown, withProofs = false): unknown {
  return textFields(operation, input).reduce(
    (filled, path) => (isLeft(operation, path, withProofs) ? filled : withCanary(operation, filled, path)),
    input,
  );
}

function isLeft({ name, declaration }: Operation, path: Path, withProofs: boolean): boolean {
  const field = String(path.at(-1));
  if (tellsOfSite.has(name) && told.has(field)) return true;
  if (open.has(field) || /_at$|_status$|^(from|to|date|onset)$/.test(field)) return true;
  return !withProofs && declaration.public === true && path.length === 1 && proofs.test(field);
}

function withCanary(operation: Operation, input: unknown, path: Path): unknown {
  const filled = canariesFor(String(path.at(-1)), valueAt(input, path))
    .map((canary) => withValue(input, path, canary))
    .find((each) => takes(operation, each));
  return filled ?? input;
}

/** Does the input hold one? */
export const sings = (input: unknown): boolean =>
  songs.some((each) => JSON.stringify(input ?? null).includes(each));

/** The ways in which a needle can hide: as it is, as hex, and as base64 wherever in its three places it begins. */
export function disguises(needle: string | Uint8Array): string[] {
  const bytes = Buffer.from(needle);
  const base64 = [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '');
    // The characters at both ends depend on their neighbours.
    return padded.slice(shift === 0 ? 0 : shift + 1, -1);
  });
  const plain = typeof needle === 'string' ? [needle] : [];
  const url = base64.map((each) => each.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([...plain, bytes.toString('hex'), ...base64, ...url])];
}
