import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Operation } from '#lib/operations/define';
import { openDocument } from '#lib/operations/documents/open';
import { amendRecord } from '#lib/operations/records/amend';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { listChartRecords } from '#lib/operations/records/list';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { signRecord } from '#lib/operations/records/sign';
import { listChartResources } from '#lib/operations/resources/list-chart';
import { listVersionsOfResource } from '#lib/operations/resources/list-versions';
import { readResource } from '#lib/operations/resources/read';
import { searchResources } from '#lib/operations/resources/search';
import { systemClock } from '#lib/platform/clock';
import { signIn } from '../factories/account';
import { openClinic, type TestClinic } from '../harness/clinic';
import { byAction, byFhir, byPage, byRest, byRun, type Passed, portalSession } from './doors';
import {
  type Label,
  type LabelReader,
  type LabelScene,
  labelled,
  labelledDocument,
  labels,
  openLabelScene,
} from './label-cells';
import { table } from './matrix-table';
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
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

let clinic: TestClinic;
let scene: LabelScene;
const standing = {} as Record<Label, string>;
const documents = {} as Record<Label, string>;

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the test, 32 characters');
  clinic = await openClinic();
  // The doors run by the system's clock.
  clinic.clock.set(systemClock.now().toString());
  scene = await openLabelScene(clinic);
  for (const label of labels) {
    standing[label] = await labelled(clinic, scene, label);
    documents[label] = await labelledDocument(clinic, scene, label);
  }
}, walkLimit);
afterAll(async () => {
  vi.unstubAllEnvs();
  await clinic.close();
});

interface Question {
  readonly operation: Operation;
  /** It is about a document, and not about a diagnosis. */
  readonly ofDocument?: true;
  readonly inputOf: (record: string) => unknown;
  /** Of a list, whether the record stands in it. */
  readonly seenIn?: true;
}

const content = { text: 'Essential hypertension', clinical_status: 'active' };
const asId = (id: string) => ({ id });
const asResource = (id: string) => ({ resource_type: 'Condition', id });
const reads: readonly Question[] = [
  { operation: getRecord as Operation, inputOf: asId },
  { operation: listRecordHistory as Operation, inputOf: asId },
  {
    operation: listChartRecords as Operation,
    inputOf: () => ({ patient_id: scene.patient.id, page_size: 100 }),
    seenIn: true,
  },
  { operation: readResource as Operation, inputOf: asResource },
  { operation: listVersionsOfResource as Operation, inputOf: asResource },
  {
    operation: searchResources as Operation,
    inputOf: () => ({ resource_type: 'Condition', patient_id: scene.patient.id }),
    seenIn: true,
  },
  {
    operation: listChartResources as Operation,
    inputOf: () => ({ patient_id: scene.patient.id }),
    seenIn: true,
  },
  { operation: openDocument as Operation, inputOf: asId, ofDocument: true },
];
/** What is written is used up, so each gets a record of its own. */
const writes: readonly Question[] = [
  { operation: amendRecord as Operation, inputOf: (id) => ({ id, content, reason: 'Confirmed' }) },
  { operation: signRecord as Operation, inputOf: asId },
  { operation: markRecordInError as Operation, inputOf: (id) => ({ id, reason: 'Mixed up' }) },
];

/** What somebody was told through a door, as one word. */
function wordOf({ answer, refusal }: Passed, { seenIn }: Question, record: string): string {
  if (refusal !== undefined) return short[refusal] ?? refusal;
  return seenIn && !answer?.includes(record) ? 'not in it' : 'yes';
}
const short: Readonly<Record<string, string>> = {
  not_found: '404',
  forbidden: '403',
  insufficient_scope: '403',
};

/** One sign-in through each door: what is written is to be signed within minutes of it. */
async function enter({ account }: LabelReader) {
  clinic.clock.set(systemClock.now().toString());
  const portal = await portalSession(clinic.clock, account);
  return { portal, api: await signIn(clinic.clock, account) };
}

type Entered = Awaited<ReturnType<typeof enter>>;

async function outcomesOf({ portal, api }: Entered, question: Question, recordOf: () => Promise<string>) {
  const { clock } = clinic;
  const { operation } = question;
  const through = async (
    door: (visit: Parameters<typeof byRun>[0]) => Promise<Passed | null>,
    caller = api,
  ) => {
    clock.set(systemClock.now().toString());
    const record = await recordOf();
    const passed = await door({ operation, input: question.inputOf(record), caller, clock });
    return passed && wordOf(passed, question, record);
  };
  jar.cookie = portal.cookie;
  const inPortal = operation.declaration.kind === 'query' ? byPage : byAction;
  return [
    await through(byRun),
    await through(byRest),
    await through(byFhir),
    await through(inPortal, portal.caller),
  ];
}

it('role by relationship by label by operation, through every door, is the committed table', async () => {
  let cells = 0;
  const rows: string[][] = [];
  for (const question of [...reads, ...writes]) {
    for (const reader of scene.readers) {
      const row = [question.operation.name, reader.name];
      const entered = await enter(reader);
      for (const label of labels) {
        const isRead = question.operation.declaration.kind === 'query';
        const kept = question.ofDocument ? documents : standing;
        const recordOf = async () => (isRead ? kept[label] : labelled(clinic, scene, label));
        const doors = await outcomesOf(entered, question, recordOf);
        const said = doors.filter((word) => word !== null);
        const line = `${row.join(', ')}, ${label}`;
        expect([line, ...new Set(said)]).toEqual([line, said[0]]);
        cells += said.length;
        row.push(said[0] ?? '');
      }
      rows.push(row);
    }
  }
  const text = [
    '# Who sees and writes which record',
    `Written by label-matrix.test.ts from ${cells} answers: ${scene.readers.length} readers, ${labels.length} labels, ` +
      `${reads.length + writes.length} operations, each through its run and as many of REST v1, FHIR and the portal as it has, which all said the same.`,
    table(['operation', 'reader', ...labels], rows),
    '',
  ];
  await expect(text.join('\n\n')).toMatchFileSnapshot('label-matrix.md');
  expect(cells).toBeGreaterThan(3600);
}, 480_000);
