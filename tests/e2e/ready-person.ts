import { askApi } from '../harness/api';
import { Authenticator } from '../harness/authenticator';
import { mailedLink } from './mailed-link';
import { newPerson, type Person } from './person';
import { scene } from './scene';
import { expect } from './test';

type Line = Parameters<typeof askApi>[1];

async function ask<T>(line: Line, status: number, more: { token?: string; body?: object } = {}): Promise<T> {
  const answer = await askApi<T>(scene().product, line, more);
  expect(answer.status, line).toBe(status);
  return answer.json;
}

/** A patient whose sign-up is over, for a test about something later. */
export async function newPatient(firstName: string): Promise<Person> {
  const person = newPerson(firstName);
  const { email, password, firstName: first_name, lastName: last_name } = person;
  await ask('POST /auth/signup', 201, { body: { email, password, first_name, last_name } });
  const token = new URL(await mailedLink(email), scene().product.origin).searchParams.get('token');
  await ask('POST /auth/verify-email', 204, { body: { token } });
  return person;
}

/** Signs in as a program does, which takes one of the account's sessions. */
export async function signInOverApi({ email, password }: Person): Promise<string> {
  const body = { email, password };
  return (await ask<{ access_token: string }>('POST /auth/login', 200, { body })).access_token;
}

export interface WithApp extends Person {
  id: string;
  app: Authenticator;
  recoveryCodes: string[];
}

/** The same with an authenticator app and its ten recovery codes. */
export async function newPatientWithApp(firstName: string): Promise<WithApp> {
  const person = await newPatient(firstName);
  const token = await signInOverApi(person);
  const { id } = await ask<{ id: string }>('GET /users/me', 200, { token });
  const { secret } = await ask<{ secret: string }>('POST /auth/mfa/totp/setup', 200, { token, body: {} });
  const app = new Authenticator(secret);
  const body = { code: await app.code() };
  const made = await ask<{ recovery_codes: string[] }>('POST /auth/mfa/totp/confirm', 200, { token, body });
  return { ...person, id, app, recoveryCodes: made.recovery_codes };
}
