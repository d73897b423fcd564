import { expect, it } from 'vitest';
import { connectionOptions } from '#db/connection';
import { databaseUrlFault } from '#lib/platform/env/database-url';

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.0.0.2', true],
  ['[::1]', true],
  ['db.example', false],
  ['127.0.0.1.evil.example', false],
])('%s is this machine to the connection as to the environment: %s', (host, here) => {
  const url = `postgres://u:p@${host}:5432/m`;
  expect(connectionOptions(url).ssl === false).toBe(here);
  expect(databaseUrlFault('DATABASE_URL', `${url}?sslmode=disable`) === null).toBe(here);
});
