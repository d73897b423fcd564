import { execFileSync } from 'node:child_process';
import { checkout, newFolder, ready, removeFolder, start } from '../start/started';

/** A running product as a command or a browser meets it. Plain data, so that a worker process can be told of it. */
export interface Product {
  origin: string;
  /** What it was started with: a command that is to find it needs the same. */
  environment: Record<string, string>;
}

export interface RunningProduct extends Product {
  /** Everything that it has printed. */
  output(): string;
  stop(): Promise<void>;
}

export interface DemoAccount {
  email: string;
  password: string;
  role: 'patient' | 'doctor' | 'admin';
  totp_secret: string | null;
}

/** `npm start` in demo mode, with data of its own that is gone once it has stopped. */
export async function startProduct(limits: Readonly<Record<string, string>> = {}): Promise<RunningProduct> {
  const folder = newFolder();
  const chosen = { MEDISECURE_DATA_DIR: folder, ...limits };
  const started = await start(chosen);
  const stop = async () => {
    started.child.kill('SIGTERM');
    await started.ended;
    removeFolder(folder);
  };
  await ready(started).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const environment = { ...chosen, PORT: String(started.port) };
  return { origin: `http://localhost:${started.port}`, environment, output: started.output, stop };
}

/** The limits that protect a clinic from one address, out of the way of a test that is one address, and so of its accounts. */
export const raisedLimits: Readonly<Record<string, string>> = Object.fromEntries([
  ...['PATIENT', 'DOCTOR', 'ADMIN'].map((role) => [`SESSION_LIMIT_${role}`, '1000']),
  ...['SIGN_UP', 'SIGN_IN_ADDRESS', 'REDEEM_TICKET', 'VERIFY_EMAIL', 'API_ADDRESS', 'INVITATION'].map(
    (name) => [`LIMIT_${name}`, '1000000/60'],
  ),
]);

/** An npm script beside the running product, and the JSON that it prints. */
const command = <T>(product: Product, script: string, args: readonly string[] = []): T =>
  JSON.parse(printedBy(product, script, ['--json', ...args])) as T;

function printedBy({ environment }: Product, script: string, args: readonly string[]): string {
  return execFileSync('npm', ['run', '--silent', script, '--', ...args], {
    cwd: checkout,
    env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    encoding: 'utf8',
    // Progress is nobody's here; of a failure it is told.
    stdio: 'pipe',
  });
}

export const demoAccounts = (product: Product, extra = 0): DemoAccount[] =>
  command(product, 'demo:accounts', extra > 0 ? ['--extra', String(extra)] : []);

/** Invites an admin, and gives the link that the operator is shown. */
export const invitedLink = (product: Product, email: string): string =>
  printedBy(product, 'admin:create', ['--email', email]).trim().split('\n').at(-1) ?? '';

/** Takes over a chart, which that doctor is to treat. */
export function importInto(
  product: Product,
  file: string,
  directories: readonly string[],
  email: string,
): void {
  const named = directories.flatMap((each) => ['--directory', each]);
  printedBy(product, 'fhir:import', [file, ...named, '--as-doctor', email]);
}
