import { isLoopback } from './loopback';

/** What is wrong with a database's address, as a sentence, or null. */
export function databaseUrlFault(name: string, value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname) {
    return `${name} must look like postgres://user:password@host:5432/database.`;
  }
  // Beyond this machine every connection is encrypted and the server proven (db/connection.ts), so a weaker wish
  // in the address is a mistake to be told, not a setting. libpq, 32.19.1.
  const sslmode = url.searchParams.get('sslmode') ?? 'verify-full';
  if (!isLoopback(url.hostname) && sslmode !== 'verify-full') {
    return `${name} asks for sslmode=${sslmode}: use sslmode=verify-full (a private authority goes into NODE_EXTRA_CA_CERTS).`;
  }
  return null;
}
