import type postgres from 'postgres';
import { isLoopback } from '#lib/platform/env/loopback';
import { driverTypes } from './driver-types';

/**
 * What every connection has in common. Beyond loopback TLS is required and the server's certificate is verified
 * against the system's roots and NODE_EXTRA_CA_CERTS (S22: `require` alone does not verify the server).
 */
export function connectionOptions(url: string) {
  const { hostname } = new URL(url);
  return {
    ssl: isLoopback(hostname) ? false : ({ rejectUnauthorized: true, servername: hostname } as const),
    types: driverTypes,
    onnotice: () => {},
    connect_timeout: 10,
    connection: {
      application_name: 'medisecure',
      TimeZone: 'UTC',
      statement_timeout: 15_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  } satisfies postgres.Options<Record<string, postgres.PostgresType>>;
}
