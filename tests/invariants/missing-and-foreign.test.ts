import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UserCaller } from '#lib/operations/kernel/caller';
import { systemClock } from '#lib/platform/clock';
import { newId } from '#lib/platform/ids';
import { scopesOfRole } from '#lib/policy/scopes';
import type { RestRoute } from '#lib/transport/rest-route';
import { restV1 } from '#lib/transport/rest-v1';
import { ask, tokenOf } from '../harness/ask';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { exampleInput } from './example-input';
import { restRequest } from './rest-request';
import type { SignedIn } from './viewers';

let clinic: ExampleClinic;
beforeAll(async () => {
  clinic = await openExampleClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
});
afterAll(() => clinic.close());

const strangers: readonly SignedIn[] = [
  { role: 'patient', relation: 'none' },
  { role: 'doctor', relation: 'none' },
  { role: 'admin', relation: 'none' },
];

const holds = ({ role }: SignedIn, { operation }: RestRoute) =>
  scopesOfRole[role].some((scope) => scope === operation.declaration.permission);

/** Everything of an answer that could tell one case from another. */
async function shapeOf(route: RestRoute, input: object, token: string): Promise<string> {
  const { method, url, ...sent } = restRequest(route, input);
  const { status, headers, text, requestId } = await ask(method, url, { ...sent, token });
  return JSON.stringify([status, headers, text]).replaceAll(requestId, '');
}

it('whatever is missing, malformed or another’s is the same 404, to the byte', async () => {
  const seen = new Set<string>();
  for (const route of restV1.filter(({ path }) => path.includes('{id}'))) {
    for (const viewer of strangers.filter((each) => holds(each, route))) {
      const caller = (await clinic.callerOf(viewer)) as UserCaller;
      const token = await tokenOf(clinic.clock, caller);
      const chart = await clinic.chartOf(viewer);
      const foreign = (await exampleInput(route.operation, { ...clinic, chart, caller })) as object;
      const others = [newId('users'), 'abc', '0', '%00', ' ', "'", 'null', 'x'.repeat(300)];
      const shapes = await Promise.all(others.map((id) => shapeOf(route, { ...foreign, id }, token)));
      const own = await shapeOf(route, foreign, token);
      // What an admin or anybody may see is nobody's secret: then only the missing ones are alike.
      const alike = own.startsWith('[2') ? shapes : [own, ...shapes];
      const line = `${route.method} ${route.path}, ${viewer.role}`;
      expect([line, ...new Set(alike)]).toEqual([line, expect.stringMatching(/^\[404,.*not_found/)]);
      seen.add(alike[0] ?? '');
    }
  }
  expect(seen.size).toBe(1);
});

it('a patient who is named in a body or a query is no better known', async () => {
  const named = restV1.filter(({ operation: { declaration } }) => {
    const shapes =
      'options' in declaration.input ? (declaration.input.options as object[]) : [declaration.input];
    return shapes.some((each) => 'shape' in each && 'patient_id' in (each.shape as object));
  });
  expect(named.length).toBeGreaterThan(3);
  const doctor = strangers.find(({ role }) => role === 'doctor') as SignedIn;
  const caller = (await clinic.callerOf(doctor)) as UserCaller;
  const token = await tokenOf(clinic.clock, caller);
  for (const route of named.filter((each) => holds(doctor, each))) {
    const chart = await clinic.chartOf(doctor);
    const input = (await exampleInput(route.operation, { ...clinic, chart, caller })) as object;
    const foreign = await shapeOf(route, { ...input, patient_id: chart.patient }, token);
    const missing = await shapeOf(route, { ...input, patient_id: newId('patients') }, token);
    expect([route.operation.name, foreign]).toEqual([route.operation.name, missing]);
    expect(missing).toMatch(/^\[404,/);
  }
});
