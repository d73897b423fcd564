import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '#lib/operations/define';
import { allOperations } from '../harness/all-operations';
import type { AuditRow } from '../harness/audit-rows';
import { type Attempt, attempt } from './attempt';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { type Cell, type JobCell, runJobs, runMatrix } from './matrix';
import { type GoodRun, runWell } from './performers';
import { walkLimit } from './walk-limit';

let clinic: ExampleClinic;
let operations: Operation[];
let cells: Cell[];
let jobs: JobCell[];
let good: GoodRun[];
let strangers: Attempt[];
let events: AuditRow[];

beforeAll(async () => {
  operations = (await allOperations()).map(({ operation }) => operation);
  clinic = await openExampleClinic();
  const guarded = operations.filter(({ declaration }) => !declaration.public);
  [cells, jobs, good, strangers] = [await runMatrix(clinic, guarded), await runJobs(clinic, guarded), [], []];
  for (const operation of operations) good.push(await runWell(clinic, operation));
  for (const run of good.filter(({ operation }) => operation.declaration.public)) {
    // The same proof again: used up, or never there.
    const again = { ...(run.input as object), ...spoilt };
    const input = Object.fromEntries(Object.entries(again).filter(([key]) => key in (run.input as object)));
    strangers.push(await attempt(run.operation, input, { caller: run.caller, clock: clinic.clock }));
  }
  events = await clinic.events();
}, walkLimit);
afterAll(() => clinic.close());

const spoilt = { password: 'Wrong-Password7!', mfa_token: 'x', ticket: 'x', refresh_token: 'x', token: 'x' };

const eventsOf = ({ requestId }: Attempt) => events.filter(({ request_id }) => request_id === requestId);

/** What is wrong, by operation: an empty list says the same for all of them at once. */
const faults = <A extends Attempt>(attempts: readonly A[], faultOf: (each: A) => string | false) =>
  attempts.flatMap((each) => {
    const fault = faultOf(each);
    return fault ? [`${each.operation.name} (${each.error?.code ?? 'done'}): ${fault}`] : [];
  });

describe('every operation that ends well', () => {
  const all = () => [...cells, ...jobs, ...good].filter(({ error }) => error === null);

  it('has committed one event with the action that it declares', () => {
    expect(new Set(all().map(({ operation }) => operation.name)).size).toBe(operations.length);
    expect(
      faults(all(), (each) => {
        const [event, ...more] = eventsOf(each);
        if (!event || more.length > 0) return `${more.length + (event ? 1 : 0)} events`;
        const { audit, successStatus = 200 } = each.operation.declaration;
        if (event.action !== audit.event) return `says ${event.action}`;
        if (event.resource_type !== audit.resource) return `is about ${event.resource_type}`;
        return event.response_status !== successStatus && `has status ${event.response_status}`;
      }),
    ).toEqual([]);
  });

  it('says who did it, in which session and from where', () => {
    expect(
      faults(all(), (each) => {
        const [event] = eventsOf(each);
        if (each.caller.kind !== 'user') return event?.session_id !== null && 'has a session';
        return (
          (event?.user_id !== each.caller.user_id && `names ${event?.user_id}`) ||
          (event?.session_id !== each.caller.session.id && `is of session ${event?.session_id}`) ||
          (event?.ip_address !== '192.0.2.1' && `came from ${event?.ip_address}`)
        );
      }),
    ).toEqual([]);
  });

  it('names the patient whose chart it was about', () => {
    const charts = cells.filter(({ error, aboutChart }) => !error && aboutChart);
    expect(charts.length).toBeGreaterThan(40);
    expect(
      faults(charts, (each) => {
        const named = eventsOf(each)[0]?.patient_id ?? null;
        // A log that is read for a patient is no look into the chart.
        if (each.operation.declaration.audit.resource === 'audit_log') return false;
        return named !== each.chart.patient && `names ${named}`;
      }),
    ).toEqual([]);
  });
});

describe('every refusal', () => {
  const refused = () => [...cells, ...jobs].filter(({ error }) => error !== null);

  it('of somebody who is signed in, or of a job, has committed one event with its status and code', () => {
    const known = refused().filter(({ caller }) => caller.kind !== 'anonymous');
    expect(known.length).toBeGreaterThan(200);
    expect(
      faults(known, (each) => {
        const [event, ...more] = eventsOf(each);
        if (!event || more.length > 0) return `${more.length + (event ? 1 : 0)} events`;
        if (event.response_status !== each.error?.status) return `has status ${event.response_status}`;
        return event.reason_code !== each.error.code && `has the code ${event.reason_code}`;
      }),
    ).toEqual([]);
  });

  it('of a stranger has none, but where the operation gives its refusal a name', () => {
    const unknown = [...refused(), ...strangers].filter(
      (each) => each.error && each.caller.kind === 'anonymous',
    );
    expect(
      faults(unknown, (each) => {
        const found = eventsOf(each).map(({ action }) => action);
        const { refused: named, event } = each.operation.declaration.audit;
        // A refusal that keeps what it wrote commits the run's own event with it.
        if (each.error?.commits) return found.join() !== (named ?? event) && `says ${found.join()}`;
        return found.join() !== (named ?? '') && `says ${found.join()}`;
      }),
    ).toEqual([]);
  });
});
