import postgres from 'postgres';
import { inject } from 'vitest';

export interface TestDatabase {
  /** The powerless role of DATABASE_URL. */
  loginUrl: string;
  /** The role that migrates. */
  ownerUrl: string;
  /** Sees past row-level security: only for a test that looks at what is really stored. */
  superuserUrl: string;
  drop(): Promise<void>;
}

/** A migrated database for one test file: real PostgreSQL, copied from the run's template in some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { port, superuserPassword, ownerPassword, loginPassword } = inject('cluster');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const asSuperuser = (statement: string) => run(url('postgres', superuserPassword, 'postgres'), statement);
  // Grants on the database itself are not copied with it (CREATE DATABASE, notes).
  await asSuperuser(
    `create database ${name} template template_of_tests strategy file_copy owner medisecure_owner`,
  );
  await asSuperuser(`revoke all on database ${name} from public`);
  await asSuperuser(`grant connect on database ${name} to medisecure_login`);
  return {
    loginUrl: url('medisecure_login', loginPassword, name),
    ownerUrl: url('medisecure_owner', ownerPassword, name),
    superuserUrl: url('postgres', superuserPassword, name),
    drop: () => asSuperuser(`drop database if exists ${name} with (force)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
