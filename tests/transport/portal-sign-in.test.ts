import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { portalSession } from '#lib/auth/portal/session';
import { run } from '#lib/operations/run';
import { getMe } from '#lib/operations/users/get-me';
import { systemClock } from '#lib/platform/clock';
import { search, searched } from '#lib/transport/page-search';
import { answerPortalAuth } from '#lib/transport/portal-auth';
import { portalContext } from '#lib/transport/portal-caller';
import { portalSecondFactor, portalSignIn, portalSignOut } from '#lib/transport/portal-sign-in';
import { newStaff } from '../factories/staff';
import { codeAt, enrol, goodPassword, portalVisitor, verifiedPatient } from '../factories/visitor';
import { openClinic, type TestClinic } from '../harness/clinic';

interface Cookie {
  value: string;
  options: Record<string, unknown>;
}

const jar = vi.hoisted(() => new Map<string, Cookie>());
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'user-agent': 'test' }),
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) =>
      options.maxAge === 0 ? jar.delete(name) : jar.set(name, { value, options }),
  }),
}));
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`redirect ${path}`);
  },
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

let clinic: TestClinic;
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the test, 32 characters');
  // The portal's door runs by the system's clock.
  clinic = await openClinic();
  clinic.clock.set(systemClock.now().toString());
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await clinic.close();
});
beforeEach(() => jar.clear());

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const goesTo = (running: Promise<unknown>) =>
  running.then(
    (state) => state,
    (error: Error) => error.message.replace('redirect ', ''),
  );

it('signs a patient in by a plain form, into an HttpOnly cookie beside the device’s own, and on to where they wanted', async () => {
  await verifiedPatient(clinic, 'patient@example.org');
  const filled = { email: 'patient@example.org', password: goodPassword, $ACTION_ID: 'x' };
  expect(await goesTo(portalSignIn(form({ ...filled, next: '/patient/visits' })))).toBe('/patient/visits');
  expect([...jar.keys()]).toEqual(['medisecure.device', 'medisecure.session']);
  expect(jar.get('medisecure.device')?.options).toMatchObject({ httpOnly: true, path: '/' });
  expect(jar.get('medisecure.session')?.options).toEqual({
    httpOnly: true,
    sameSite: 'lax',
    secure: false,
    path: '/',
    maxAge: 24 * 3600,
  });
  expect((await portalSession())?.roleHint).toBe('patient');
  expect(await run(getMe, {}, await portalContext(getMe))).toMatchObject({ email: 'patient@example.org' });

  const context = await portalContext(getMe);
  const { status, headers } = await portalSignOut();
  expect([status, Object.fromEntries(headers)]).toEqual([
    303,
    { location: '/sign-in?reason=signed_out', 'clear-site-data': '"cache", "storage"' },
  ]);
  expect([...jar.keys()]).toEqual(['medisecure.device']);
  await expect(run(getMe, {}, context)).rejects.toThrow('unauthenticated');
});

it('leaves no older session of the same browser behind', async () => {
  const filled = { email: 'patient@example.org', password: goodPassword };
  await goesTo(portalSignIn(form(filled)));
  const older = await portalContext(getMe);
  await goesTo(portalSignIn(form(filled)));
  await expect(run(getMe, {}, older)).rejects.toThrow('unauthenticated');
  expect(await run(getMe, {}, await portalContext(getMe))).toMatchObject({ email: 'patient@example.org' });
  jar.clear();
});

it('says on the first page that whoever was unused the longest had to make room, and only then', async () => {
  await verifiedPatient(clinic, 'everywhere@example.org');
  const filled = { email: 'everywhere@example.org', password: goodPassword };
  const enter = (more = {}) => {
    jar.clear();
    return goesTo(portalSignIn(form({ ...filled, ...more })));
  };
  for (let browser = 0; browser < 5; browser += 1) expect(await enter()).toBe('/patient');
  expect(await enter()).toBe('/patient?made_room=1');
  expect(await enter({ next: '/patient/records?type=lab_result' })).toBe(
    '/patient/records?type=lab_result&made_room=1',
  );
  // In the same browser it takes the place of its own.
  expect(await goesTo(portalSignIn(form(filled)))).toBe('/patient');
  jar.clear();
});

it.each([
  ['POST', 'session', 405, 'GET', 'method_not_allowed'],
  ['GET', 'callback/ticket', 405, 'POST', 'method_not_allowed'],
  ['GET', 'verify-request', 404, null, 'not_found'],
])(
  'answers %s of next-auth’s %s as a problem, not in its words: %i',
  async (method, path, status, allow, code) => {
    const request = new Request(`http://localhost:3000/api/auth/${path}`, { method });
    const context = { params: Promise.resolve({ nextauth: path.split('/') }) };
    const answer = await answerPortalAuth(request as never, context);
    expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow]);
    expect(await answer.json()).toMatchObject({ code });
  },
);

it('what somebody looked for is shown to their own session, and to nobody after them at the same browser', async () => {
  await verifiedPatient(clinic, 'next@example.org');
  const enter = (email: string) => goesTo(portalSignIn(form({ email, password: goodPassword })));
  const [panel, people] = [{ search: 'name' }, { search: 'email' }];
  await enter('patient@example.org');
  await goesTo(search('panel', form({ q: 'Elsa Vargas' })));
  await goesTo(search('people', form({ q: 'elsa@example.org' })));
  expect(await searched('panel', panel)).toBe('Elsa Vargas');
  // Whoever looks for somebody to book for on a day keeps that day.
  const onDay = (q: string) => goesTo(search('panel', form({ q }), '2026-03-03'));
  expect(await onDay('')).toBe('/doctor/patients?day=2026-03-03');
  expect(await onDay('Elsa Vargas')).toBe('/doctor/patients?search=name&day=2026-03-03');
  expect(await searched('people', people)).toBe('elsa@example.org');
  const left = new Map(jar);
  await portalSignOut();
  expect([...jar.keys()]).toEqual(['medisecure.device']);
  // A browser may have kept them all the same, such as one whose session ended by itself.
  await enter('next@example.org');
  for (const [name, cookie] of left) if (name.endsWith('-search')) jar.set(name, cookie);
  expect(jar.size).toBe(4);
  expect(await searched('panel', panel)).toBe('');
  expect(await searched('people', people)).toBe('');
});

it('goes nowhere else than this site', async () => {
  const filled = { email: 'patient@example.org', password: goodPassword };
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/api/auth/signout',
    '/patient//evil.example',
  ]) {
    expect(await goesTo(portalSignIn(form({ ...filled, next })))).toBe('/patient');
  }
});

it('says what was wrong and gives back what was typed, but for the password', async () => {
  const filled = { email: 'patient@example.org', password: 'Wrong-Password7!' };
  expect(await portalSignIn(form(filled))).toMatchObject({
    status: 'error',
    errors: [{ path: '', code: 'invalid_credentials' }],
    values: { email: 'patient@example.org' },
  });
  expect(jar.size).toBe(0);
});

it('sends staff without a second factor to enrolment', async () => {
  await newStaff(clinic, 'doctor@example.org', 'doctor');
  const filled = { email: 'doctor@example.org', password: goodPassword, next: '/doctor' };
  expect(await goesTo(portalSignIn(form(filled)))).toBe('/account/security/authenticator');
});

it('asks for the code on a page of its own, with the proof of the password in a strict cookie', async () => {
  const email = 'factor@example.org';
  await verifiedPatient(clinic, email);
  const past = { now: () => clinic.clock.now().subtract({ seconds: 90 }) };
  const secret = await enrol(past, await portalVisitor(past, email));
  const filled = { email, password: goodPassword, next: '/patient/records' };
  expect(await goesTo(portalSignIn(form(filled)))).toBe('/sign-in/code?next=%2Fpatient%2Frecords');
  expect([...jar.keys()]).toEqual(['medisecure.second-factor']);
  expect(jar.get('medisecure.second-factor')?.options).toMatchObject({
    httpOnly: true,
    sameSite: 'strict',
    maxAge: 300,
  });
  expect(await portalSecondFactor(form({ method: 'totp', code: '000000' }))).toMatchObject({
    errors: [{ path: '', code: 'invalid_code' }],
    values: {},
  });
  clinic.clock.set(systemClock.now().toString());
  const answer = form({ method: 'totp', code: codeAt(secret, clinic.clock), next: '/patient/records' });
  expect(await goesTo(portalSecondFactor(answer))).toBe('/patient/records');
  expect([...jar.keys()]).toEqual(['medisecure.device', 'medisecure.session']);
});

it('begins again where the proof of the password is gone', async () => {
  expect(await goesTo(portalSecondFactor(form({ method: 'totp', code: '123456' })))).toBe(
    '/sign-in?reason=too_slow',
  );
  const wanted = form({ code: '123456', next: '/patient/records' });
  expect(await goesTo(portalSecondFactor(wanted))).toBe('/sign-in?reason=too_slow&next=%2Fpatient%2Frecords');
});
