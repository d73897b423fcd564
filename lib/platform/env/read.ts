import { z } from 'zod';
import { type Limits, limitNames } from '../limits';
import { OperatorError } from '../operator-error';
import type { SessionRole, SessionRule } from '../session-rules';
import { type ClamAv, clamAvVariables, readClamAv } from './clamav';
import { isLoopback } from './loopback';
import { type Oidc, oidcFaults, oidcVariables, readOidc } from './oidc';
import {
  breachCheckUrl,
  databaseUrl,
  limitVariable,
  limitVariables,
  port,
  publicUrl,
  redisUrl,
  smtpUrl,
  trustedProxies,
  unknownLimits,
  wholeHours,
  wholeNumber,
} from './parts';
import { readS3, type S3, s3Faults, s3Variables } from './s3';
import { readSessionRules, sessionVariables, unknownSessionVariables } from './session-variables';
import { readTwilio, type Twilio, twilioFaults, twilioVariables } from './twilio';

type Source = Readonly<Record<string, string | undefined>>;

const variables = z.object({
  MEDISECURE_MODE: z.enum(['demo', 'production'], 'MEDISECURE_MODE must be demo or production.').optional(),
  PORT: port.default(3000),
  HOST: z.string().optional(),
  DATABASE_URL: databaseUrl('DATABASE_URL').optional(),
  MIGRATION_DATABASE_URL: databaseUrl('MIGRATION_DATABASE_URL').optional(),
  PUBLIC_URL: publicUrl.optional(),
  TRUSTED_PROXIES: trustedProxies.default([]),
  REDIS_URL: redisUrl.optional(),
  MMDB_FILE: z.string().optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: z.string().optional(),
  MEDISECURE_DATA_DIR: z.string().optional(),
  MEDISECURE_KEK_FILE: z.string().optional(),
  MEDISECURE_ALLOW_LOCAL_KEK: z
    .literal('yes', 'MEDISECURE_ALLOW_LOCAL_KEK must be yes or left out.')
    .optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'NEXTAUTH_SECRET needs at least 32 characters (openssl rand -hex 32).')
    .optional(),
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN needs at least 16 characters.').optional(),
  PASSWORD_POLICY: z.enum(['classic', 'nist'], 'PASSWORD_POLICY must be classic or nist.').default('classic'),
  RECOVERY_WAIT_HOURS: wholeHours.default(24),
  TREATING_MONTHS: wholeNumber('TREATING_MONTHS', 120).default(12),
  CONSULTING_DAYS: wholeNumber('CONSULTING_DAYS', 366).default(90),
  BREACH_CHECK_URL: breachCheckUrl.default(new URL('https://api.pwnedpasswords.com/range/')),
  LOG_LEVEL: z
    .enum(
      ['silent', 'error', 'warn', 'info', 'debug'],
      'LOG_LEVEL must be silent, error, warn, info or debug.',
    )
    .optional(),
  ...oidcVariables,
  ...twilioVariables,
  ...s3Variables,
  ...clamAvVariables,
  ...limitVariables,
  ...sessionVariables,
});
type Variables = z.infer<typeof variables>;

export interface Env {
  mode: 'demo' | 'production';
  port: number;
  host: string;
  /** The address people use: links in mails, passkey RP id, token issuer. */
  publicUrl: URL;
  /** Undefined until the embedded database runs. */
  databaseUrl: string | undefined;
  migrationDatabaseUrl: string | undefined;
  trustedProxies: string[];
  redisUrl: string | undefined;
  /** A MaxMind database of places. */
  mmdbFile: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  dataDir: string | undefined;
  /** Set in production only when the operator said aloud that a file may hold it. */
  kekFile: string | undefined;
  nextauthSecret: string | undefined;
  metricsToken: string | undefined;
  /** Sign-in of staff by the clinic's identity provider; undefined where it has none. */
  oidc: Oidc | undefined;
  /** Who sends text messages; undefined where nobody does, but for the demo's outbox. */
  twilio: Twilio | undefined;
  /** Where the sealed bytes of documents go; undefined where they stay in the database. */
  s3: S3 | undefined;
  /** Who looks at what is uploaded; undefined where nobody does. */
  clamav: ClamAv | undefined;
  passwordPolicy: 'classic' | 'nist';
  /** How long a recovery that two admins have agreed on waits for its owner's objection. */
  recoveryWaitHours: number;
  /** How long a chart stays open after a visit, and to a colleague at most. */
  care: { treatingMonths: number; consultingDays: number };
  /** Where passwords are looked up in published breaches; what cannot be reached is asked again at the next sign-in. */
  breachCheckUrl: URL;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  limits: Limits;
  sessions: Readonly<Record<SessionRole, SessionRule>>;
}

/** Reads and checks the whole environment. @throws OperatorError with one sentence a fault. */
export function readEnv(source: Source): Env {
  if (source.DATABASE_URL?.trim() === '') {
    // Set but empty is a variable that got lost on its way: starting the demo instead would serve the wrong data.
    throw new OperatorError(
      'DATABASE_URL is empty: give it the address of the database, or unset it for the demo.',
    );
  }
  const given = Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = variables.safeParse(Object.fromEntries(given));
  const names = Object.keys(source);
  const misspelt = [...unknownLimits(names), ...unknownSessionVariables(names)];
  if (!parsed.success || misspelt.length > 0) {
    const wrong = parsed.error?.issues.map((issue) => issue.message) ?? [];
    throw new OperatorError([...wrong, ...misspelt].join('\n'));
  }
  const mode = parsed.data.MEDISECURE_MODE ?? (parsed.data.DATABASE_URL ? 'production' : 'demo');
  const ofMode = mode === 'production' ? productionFaults(parsed.data) : demoFaults(parsed.data);
  const faults = [
    ...ofMode,
    ...oidcFaults(parsed.data),
    ...twilioFaults(parsed.data),
    ...s3Faults(parsed.data),
  ];
  if (faults.length > 0) throw new OperatorError(faults.join('\n'));
  return toEnv(mode, parsed.data);
}

function productionFaults(given: Variables): string[] {
  const localKek = given.MEDISECURE_KEK_FILE !== undefined;
  return [
    !given.DATABASE_URL && 'Production needs DATABASE_URL: set it, or set MEDISECURE_MODE=demo for the demo.',
    !given.PUBLIC_URL && 'Production needs PUBLIC_URL, the https address of the site.',
    !given.NEXTAUTH_SECRET && 'Production needs NEXTAUTH_SECRET: make one with "openssl rand -hex 32".',
    !localKek && 'Production needs MEDISECURE_KEK_FILE, the file that holds the key-encryption key.',
    localKek &&
      !given.MEDISECURE_ALLOW_LOCAL_KEK &&
      'A key-encryption key in a local file is refused in production: set MEDISECURE_ALLOW_LOCAL_KEK=yes if you accept it.',
  ].filter((fault) => fault !== false);
}

function demoFaults(given: Variables): string[] {
  const beyond = given.HOST !== undefined && !isLoopback(given.HOST);
  return beyond ? ['The demo has public passwords and serves this machine only: leave HOST out.'] : [];
}

function toEnv(mode: Env['mode'], given: Variables): Env {
  const demo = mode === 'demo';
  return {
    mode,
    port: given.PORT,
    host: given.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: given.PUBLIC_URL ?? new URL(`http://localhost:${given.PORT}`),
    databaseUrl: given.DATABASE_URL,
    migrationDatabaseUrl: given.MIGRATION_DATABASE_URL,
    trustedProxies: demo ? [] : given.TRUSTED_PROXIES,
    redisUrl: given.REDIS_URL,
    mmdbFile: given.MMDB_FILE,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? 'MediSecure <no-reply@localhost>',
    dataDir: given.MEDISECURE_DATA_DIR,
    kekFile: given.MEDISECURE_KEK_FILE,
    nextauthSecret: given.NEXTAUTH_SECRET,
    metricsToken: given.METRICS_TOKEN,
    oidc: readOidc(given),
    twilio: readTwilio(given),
    s3: readS3(given),
    clamav: readClamAv(given),
    passwordPolicy: given.PASSWORD_POLICY,
    recoveryWaitHours: given.RECOVERY_WAIT_HOURS,
    care: { treatingMonths: given.TREATING_MONTHS, consultingDays: given.CONSULTING_DAYS },
    breachCheckUrl: given.BREACH_CHECK_URL,
    logLevel: given.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    limits: readLimits(given),
    sessions: readSessionRules(given),
  };
}

function readLimits(given: Variables): Limits {
  return Object.fromEntries(limitNames.map((name) => [name, given[limitVariable(name)]])) as Record<
    (typeof limitNames)[number],
    Limits[keyof Limits]
  >;
}
