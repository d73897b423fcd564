import pino from 'pino';
import { env } from './env';
import { OperatorError } from './operator-error';
import { singleton } from './singleton';

/** Codes, counts and ids only. Typed so narrowly that a row, a body or a header does not fit in. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>> & {
  readonly err?: never;
};

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `error` leaves only its class, code and place: its message may quote a person's data. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

const secretNames = [
  'password',
  'token',
  'secret',
  'code',
  'cookie',
  'authorization',
  'email',
  'name',
  'url',
];

/** JSON lines on stderr; stdout is for the person at the terminal. */
export function log(): Log {
  return singleton('log', () => createLog(env().logLevel, pino.destination({ dest: 2, sync: true })));
}

export function createLog(level: string, destination: pino.DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretNames, censor: '[redacted]' },
    },
    destination,
  );
  return {
    debug: (event, fields) => logger.debug(fields ?? {}, event),
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, error, fields) => logger.error({ ...fields, ...describe(error) }, event),
  };
}

function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? error.cause.name : undefined;
  return {
    error: error.name,
    error_code:
      textOf(error, 'code') ?? (error.cause instanceof Error ? textOf(error.cause, 'code') : undefined),
    constraint: textOf(error, 'constraint_name'),
    cause,
    advice: error instanceof OperatorError ? error.message : undefined,
    at: frames(error),
  };
}

function textOf(error: Error, key: string): string | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(error, key)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The stack without its head, which repeats the message and with it whatever that quotes. */
function frames({ stack = '', message }: Error): string {
  const start = stack.indexOf(message);
  const lines = stack.slice(start < 0 ? 0 : start + message.length).split('\n');
  const calls = lines.filter((line) => /^ {4}at \S/.test(line)).slice(0, 8);
  return calls.map((line) => line.trim()).join(' | ');
}
