import { isIP } from 'node:net';
import { z } from 'zod';
import { defaultLimits, type Limit, type LimitName, limitNames } from '../limits';
import { databaseUrlFault } from './database-url';
import { isLoopback } from './loopback';

/** A string with its own sentence for each fault: `fault` gives it, or null. */
function text(fault: (value: string) => string | null) {
  return z.string().superRefine((value, context) => {
    const message = fault(value);
    if (message) context.addIssue({ code: 'custom', message });
  });
}

export const databaseUrl = (name: string) => text((value) => databaseUrlFault(name, value));

/** In decimal digits: `0x10` is nobody's port 16. */
export const port = text((value) =>
  /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65535 ? null : 'PORT must be a number from 1 to 65535.',
).transform(Number);

export const wholeHours = text((value) =>
  /^\d{1,3}$/.test(value) && Number(value) <= 168
    ? null
    : 'RECOVERY_WAIT_HOURS must be a number of hours from 0 to 168: the link by which the owner objects lives no longer.',
).transform(Number);

/** From 1 to so many. */
export const wholeNumber = (name: string, most: number) =>
  text((value) =>
    /^[1-9]\d{0,3}$/.test(value) && Number(value) <= most
      ? null
      : `${name} must be a number from 1 to ${most}.`,
  ).transform(Number);

export const publicUrl = text((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  return plain && safe
    ? null
    : 'PUBLIC_URL must be the https address of the site without a path, such as https://clinic.example.';
}).transform((value) => new URL(value));

export const redisUrl = text((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol === 'rediss:' || (url?.protocol === 'redis:' && isLoopback(url.hostname))) return null;
  return 'REDIS_URL must start with rediss:// (redis:// only for this machine).';
});

/** The range service of breached passwords: a prefix of five characters is put behind it. */
export const breachCheckUrl = text((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  return safe && url?.pathname.endsWith('/') && !url.search && !url.hash
    ? null
    : 'BREACH_CHECK_URL must be an https address that ends with /, such as https://api.pwnedpasswords.com/range/.';
}).transform((value) => new URL(value));

export const smtpUrl = text((value) =>
  /^smtps?:\/\/[^/\s]+/.test(value) ? null : 'SMTP_URL must look like smtps://user:password@host:465.',
);

/** `10.0.0.0/8, fd00::/8`: addresses without a prefix mean one host. */
export const trustedProxies = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  )
  .pipe(
    z.array(
      text((value) =>
        isCidr(value)
          ? null
          : `TRUSTED_PROXIES holds "${value}": write networks such as 10.0.0.0/8, separated by commas.`,
      ),
    ),
  );

function isCidr(value: string): boolean {
  const [address = '', prefix, ...rest] = value.split('/');
  const family = isIP(address);
  const bits = family === 6 ? 128 : 32;
  return (
    family !== 0 &&
    rest.length === 0 &&
    (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
  );
}

const limitShape = /^([1-9]\d{0,8})\/([1-9]\d{0,6})$/;

/** One LIMIT_<NAME> variable a throttle; what is not set keeps its default. */
export const limitVariables = Object.fromEntries(
  limitNames.map((name) => [limitVariable(name), limit(name)]),
) as Record<`LIMIT_${Uppercase<LimitName>}`, ReturnType<typeof limit>>;

/** A throttle that was misspelt would keep its default without a word. */
export function unknownLimits(names: readonly string[]): string[] {
  const known = Object.keys(limitVariables);
  return names
    .filter((name) => name.startsWith('LIMIT_') && !known.includes(name))
    .map((name) => `${name} is no throttle: there are ${known.join(', ')}.`);
}

export function limitVariable(name: LimitName) {
  return `LIMIT_${name.toUpperCase() as Uppercase<LimitName>}` as const;
}

function limit(name: LimitName) {
  const { count, seconds } = defaultLimits[name];
  const fault = `${limitVariable(name)} must be count/seconds, such as ${count}/${seconds}.`;
  return text((value) => (limitShape.test(value) ? null : fault))
    .transform((value): Limit => {
      const [most, window] = value.split('/');
      return { count: Number(most), seconds: Number(window) };
    })
    .default(defaultLimits[name]);
}
