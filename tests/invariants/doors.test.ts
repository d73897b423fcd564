import { stringify as printLossless } from 'lossless-json';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { errorCodes } from '#lib/errors/codes';
import type { Operation } from '#lib/operations/define';
import { systemClock } from '#lib/platform/clock';
import { allOperations } from '../harness/all-operations';
import {
  byAction,
  byFhir,
  byPage,
  byRest,
  byRun,
  fhirRouteOf,
  type Passed,
  portalSession,
  resourcesOf,
  routeOf,
} from './doors';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { exampleInput } from './example-input';
import { nameOf, type Viewer } from './viewers';
import { walkLimit } from './walk-limit';

const jar = vi.hoisted(() => ({ cookie: undefined as string | undefined }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'user-agent': 'invariants' }),
  cookies: async () => ({ get: () => (jar.cookie ? { value: jar.cookie } : undefined), set: () => {} }),
}));
vi.mock('next/navigation', () => {
  const stop = (word: string) => () => {
    throw new Error(word);
  };
  return {
    notFound: stop('notFound'),
    forbidden: stop('forbidden'),
    redirect: (path: string) => stop(`redirect ${path}`)(),
  };
});
vi.mock('next-intl/server', () => ({
  getLocale: async () => 'en',
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

let clinic: ExampleClinic;
let operations: Operation[];
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the test, 32 characters');
  operations = (await allOperations()).map(({ operation }) => operation);
  clinic = await openExampleClinic();
  // The doors run by the system's clock.
  clinic.clock.set(systemClock.now().toString());
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await clinic.close();
});

const people: readonly Viewer[] = [
  { role: 'anonymous', relation: 'none' },
  { role: 'patient', relation: 'self' },
  { role: 'patient', relation: 'none' },
  { role: 'doctor', relation: 'treating' },
  { role: 'doctor', relation: 'none' },
  { role: 'admin', relation: 'none' },
];

/** A visit of this viewer with a chart and an input of its own, through the API or in a browser. */
async function visitOf(operation: Operation, viewer: Viewer, through: 'api' | 'portal' = 'api') {
  const { clock } = clinic;
  // On a slow machine all of this takes longer than a code lives.
  clock.set(systemClock.now().toString());
  const chart = await clinic.chartOf(viewer);
  const inBrowser = viewer.role !== 'anonymous' && through === 'portal';
  const portal = inBrowser ? await portalSession(clock, await clinic.accountOf(viewer)) : null;
  jar.cookie = portal?.cookie;
  const caller = portal?.caller ?? (await clinic.callerOf(viewer));
  return { operation, caller, clock, input: await exampleInput(operation, { ...clinic, chart, caller }) };
}

/** What is different in each run is left out: ids, moments, tokens and codes. */
const alike = (answer: string) =>
  answer
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z/g, '<moment>')
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+|[\w-]{43}|[A-Z2-7]{32}|\b[0-9a-z]{5}-[0-9a-z]{5}\b/g, '<secret>')
    // A session of the API is opened by a token, and has none.
    .replace('"secret":null', '"secret":"<secret>"')
    // A profile counts its changes, of which each door makes one.
    .replace(/("locale":(?:null|"[\w-]+"),"version":)\d+/g, '$1<count>')
    // Nor an idle limit.
    .replace('"idle_ends_at":null', '"idle_ends_at":"<moment>"')
    // The handle of an account: its id in base64url.
    .replace(/"user":{"id":"[\w-]{22}"/g, '"user":{"id":"<id>"')
    .replace(/%3A|new\.<id>|(patient|doctor|admin)\.<id>/g, '<address>');

/** Whose answer tells of the very visits that are made here: of these the words alone have to be alike. */
const growing =
  /^(audit-logs\.(list|activity)|exports\.(start|get)|results\.course|approvals\.list|(people\.)?sessions(\.list)?|devices\.list|people\.list|statistics\.get|users\.(security-overview|export-me|take-record)|demo-outbox\.list)$/;

/** A session that these tests open at the API has no device to tell of. */
const wordsOf = (answer: string) =>
  [...new Set([...answer.matchAll(/"(\w+)":/g)].map(([, key = '']) => key))]
    .filter((key) => !key.endsWith('_seen_at'))
    .sort();

const shapeOf = (name: string, answer: string) =>
  growing.test(name) ? wordsOf(answer).join() : alike(answer);

describe('every door of an operation', () => {
  it(
    'gives the same answer, and the same refusal, to whoever asks',
    async () => {
      const counts = { answers: 0, refusals: 0 };
      for (const operation of operations) {
        for (const viewer of people) {
          const doors: Record<string, Passed | null> = {};
          const spend = () => operation.declaration.kind === 'command' && clinic.spend(viewer);
          const own = await byRun(await visitOf(operation, viewer));
          spend();
          doors.action = await byAction(await visitOf(operation, viewer, 'portal'));
          spend();
          if (operation.declaration.kind === 'query')
            doors.page = await byPage(await visitOf(operation, viewer, 'portal'));
          doors.rest = await byRest(await visitOf(operation, viewer));
          spend();
          if (fhirRouteOf(operation)) doors.fhir = await byFhir(await visitOf(operation, viewer));
          spend();
          for (const [name, passed] of Object.entries(doors)) {
            if (!passed) continue;
            const line = `${operation.name} by ${name} for ${nameOf(viewer)}`;
            expect([line, seenThrough(operation, passed)]).toEqual([line, expected(operation, name, own)]);
            counts[own.refusal ? 'refusals' : 'answers'] += 1;
          }
        }
      }
      expect(counts.answers).toBeGreaterThan(100);
      expect(counts.refusals).toBeGreaterThan(200);
    },
    walkLimit,
  );
});

function seenThrough({ name }: Operation, { answer, refusal }: Passed): string {
  return refusal ?? shapeOf(name, answer ?? '');
}

/** What the run says, in the words of that door. */
function expected(operation: Operation, door: string, own: Passed & { output?: unknown }): string {
  if (own.refusal) {
    const { status } = errorCodes[own.refusal as keyof typeof errorCodes];
    // A page shows one page for every refusal of a right.
    if (door === 'page' && status === 403) return '403';
    // And an address that names nobody is one that does not exist.
    return door === 'page' && own.refusal === 'validation_failed' ? 'not_found' : own.refusal;
  }
  const { fromOutput, file } = routeOf(operation) ?? {};
  const { successStatus } = operation.declaration;
  if (door === 'fhir') return shapeOf(operation.name, printLossless(resourcesOf(own.output)) ?? '');
  if (door === 'rest' && successStatus === 204) return '';
  if (door === 'rest' && file) {
    const { content } = file(own.output as never);
    return shapeOf(operation.name, Buffer.from(content).toString());
  }
  if (door === 'rest' && fromOutput)
    return shapeOf(operation.name, printLossless(fromOutput(own.output as never)) ?? '');
  return shapeOf(operation.name, own.answer ?? '');
}
