import { describe, expect, it } from 'vitest';
import { readEnv } from '#lib/platform/env/read';
import { OperatorError } from '#lib/platform/operator-error';

const production = {
  DATABASE_URL: 'postgres://medisecure_login:pw@127.0.0.1:5432/medisecure',
  PUBLIC_URL: 'https://clinic.example',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  MEDISECURE_KEK_FILE: '/etc/medisecure/kek',
  MEDISECURE_ALLOW_LOCAL_KEK: 'yes',
};

function fault(source: Record<string, string | undefined>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof OperatorError) return error.message;
    throw error;
  }
  return '';
}

describe('the mode', () => {
  it('is the demo on this machine when nothing is set', () => {
    const { mode, host, port, publicUrl } = readEnv({});
    expect([mode, host, port, publicUrl.href]).toEqual(['demo', '127.0.0.1', 3000, 'http://localhost:3000/']);
  });

  it('is production as soon as there is a database', () => {
    expect(readEnv(production).mode).toBe('production');
  });

  it('never falls back to the demo for a variable that was lost', () => {
    expect(fault({ MEDISECURE_MODE: 'production' })).toMatch(/needs DATABASE_URL/);
    expect(fault({ ...production, DATABASE_URL: '' })).toMatch(/DATABASE_URL is empty/);
    expect(fault({ ...production, DATABASE_URL: '  ' })).toMatch(/DATABASE_URL is empty/);
    expect(fault({ MEDISECURE_MODE: 'Production' })).toMatch(/must be demo or production/);
  });

  it('keeps the demo on this machine', () => {
    expect(fault({ HOST: '0.0.0.0' })).toMatch(/leave HOST out/);
    expect(fault({ HOST: '127.0.0.1.evil.example' })).toMatch(/leave HOST out/);
    expect(readEnv({ HOST: '::1' }).host).toBe('::1');
  });
});

describe('production', () => {
  it.each([
    ['PUBLIC_URL', /needs PUBLIC_URL/],
    ['NEXTAUTH_SECRET', /needs NEXTAUTH_SECRET/],
    ['MEDISECURE_KEK_FILE', /needs MEDISECURE_KEK_FILE/],
    ['MEDISECURE_ALLOW_LOCAL_KEK', /refused in production/],
  ])('needs %s', (name, sentence) => {
    expect(fault({ ...production, [name]: undefined })).toMatch(sentence);
    expect(fault({ ...production, [name]: '' })).toMatch(sentence);
  });

  it('lets no recovery wait longer than its owner’s link to object lives', () => {
    expect(readEnv({ ...production, RECOVERY_WAIT_HOURS: '168' }).recoveryWaitHours).toBe(168);
    expect(fault({ ...production, RECOVERY_WAIT_HOURS: '169' })).toMatch(/from 0 to 168/);
  });

  it('tells every fault at once', () => {
    expect(fault({ DATABASE_URL: production.DATABASE_URL }).split('\n')).toHaveLength(3);
  });

  it('takes an https address without a path, and http only on this machine', () => {
    expect(fault({ ...production, PUBLIC_URL: 'http://clinic.example' })).toMatch(/PUBLIC_URL/);
    expect(fault({ ...production, PUBLIC_URL: 'https://clinic.example/portal' })).toMatch(/PUBLIC_URL/);
    expect(fault({ ...production, PUBLIC_URL: 'https://user@clinic.example' })).toMatch(/PUBLIC_URL/);
    expect(readEnv({ ...production, PUBLIC_URL: 'http://localhost:8080' }).publicUrl.port).toBe('8080');
  });

  it('accepts no weaker TLS to a database beyond this machine', () => {
    const away = 'postgres://u:p@db.example:5432/m';
    expect(fault({ ...production, DATABASE_URL: `${away}?sslmode=require` })).toMatch(/verify-full/);
    expect(fault({ ...production, DATABASE_URL: `${away}?sslmode=verify-full` })).toBe('');
    expect(fault({ ...production, DATABASE_URL: 'mysql://db.example/m' })).toMatch(/postgres:\/\//);
    expect(fault({ ...production, REDIS_URL: 'redis://cache.example:6379' })).toMatch(/rediss/);
  });
});

describe('single variables', () => {
  it.each(['0', '65536', '80a', '-1', '3000.5', '0x10', '1e3', '0b1', ' 80'])('refuses PORT=%s', (PORT) => {
    expect(fault({ PORT })).toBe('PORT must be a number from 1 to 65535.');
  });

  it('reads networks of trusted proxies and names a wrong one', () => {
    const read = readEnv({ ...production, TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8,192.0.2.7' });
    expect(read.trustedProxies).toEqual(['10.0.0.0/8', 'fd00::/8', '192.0.2.7']);
    expect(fault({ ...production, TRUSTED_PROXIES: '10.0.0.0/33' })).toMatch(/"10\.0\.0\.0\/33"/);
    expect(fault({ ...production, TRUSTED_PROXIES: 'loopback' })).toMatch(/"loopback"/);
  });

  it('trusts no proxy in the demo', () => {
    expect(readEnv({ TRUSTED_PROXIES: '0.0.0.0/0' }).trustedProxies).toEqual([]);
  });

  it('lets a variable replace one throttle and leaves the others', () => {
    const { limits } = readEnv({ LIMIT_SIGN_UP: '1000/60' });
    expect(limits.sign_up).toEqual({ count: 1000, seconds: 60 });
    expect(limits.mfa_verify).toEqual({ count: 5, seconds: 900 });
    expect(fault({ LIMIT_SIGN_UP: '1000' })).toMatch(/^LIMIT_SIGN_UP must be count\/seconds/);
    expect(fault({ LIMIT_SIGN_UP: '0/60' })).toMatch(/LIMIT_SIGN_UP/);
  });

  it('refuses a throttle that it does not know, and names those that it does', () => {
    const sentence = fault({ LIMIT_SIGNUP: '1000/60' });
    expect(sentence).toMatch(/^LIMIT_SIGNUP is no throttle: there are .*\bLIMIT_SIGN_UP\b.*\.$/);
    expect(fault({ LIMIT_SIGNUP: '', PORT: '0' }).split('\n')).toHaveLength(2);
  });
});

describe('text messages', () => {
  const twilio = {
    TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
    TWILIO_AUTH_TOKEN: 'token',
    TWILIO_FROM: '+15550100999',
  };

  it('go out nowhere, or are configured as a whole', () => {
    expect(readEnv({}).twilio).toBeUndefined();
    expect(readEnv(twilio).twilio?.apiUrl.href).toBe('https://api.twilio.com/');
    expect(fault({ TWILIO_AUTH_TOKEN: 'token' })).toMatch(/need TWILIO_ACCOUNT_SID and TWILIO_FROM as well/);
    expect(fault({ ...twilio, TWILIO_ACCOUNT_SID: 'AC1' })).toMatch(/TWILIO_ACCOUNT_SID begins with AC/);
    expect(fault({ ...twilio, TWILIO_FROM: 'the clinic itself' })).toMatch(/TWILIO_FROM must be a number/);
  });

  it.each(['http://api.twilio.com', 'https://api.twilio.com/2010', 'api.twilio.com'])(
    'refuses the address %s',
    (address) => {
      expect(fault({ ...twilio, TWILIO_API_URL: address })).toMatch(
        /TWILIO_API_URL must be an https address/,
      );
    },
  );
});

describe('rules of sessions', () => {
  const roles = ['PATIENT', 'DOCTOR', 'ADMIN'] as const;
  const kinds = [
    ['SESSION_LIMIT', 'most', 10_000],
    ['SESSION_IDLE_MINUTES', 'idleMinutes', 1440],
    ['SESSION_HOURS', 'hours', 8760],
  ] as const;
  const cases = kinds.flatMap(([kind, rule, most]) =>
    roles.map((role) => [`${kind}_${role}`, role.toLowerCase() as 'patient', rule, most] as const),
  );

  it('are those of the contracts where nothing is set', () => {
    expect(readEnv({}).sessions).toEqual({
      patient: { most: 5, idleMinutes: 30, hours: 24 },
      doctor: { most: 3, idleMinutes: 15, hours: 12 },
      admin: { most: 2, idleMinutes: 15, hours: 12 },
    });
  });

  it.each(cases)('%s replaces that one and no other', (name, role, rule, most) => {
    const { sessions: before } = readEnv({});
    for (const value of [1, 7, most]) {
      const { sessions } = readEnv({ [name]: String(value) });
      expect(sessions).toEqual({ ...before, [role]: { ...before[role], [rule]: value } });
    }
  });

  it.each(cases)('%s is refused where it is no such number', (name, role, rule, most) => {
    const usual = readEnv({}).sessions[role][rule];
    const sentence = `${name} must be a number from 1 to ${most}, such as ${usual}.`;
    for (const value of ['0', '-1', '1.5', ' 5', '05', '1e3', 'never', String(most + 1)]) {
      expect(fault({ [name]: value })).toBe(sentence);
    }
  });

  it('that are misspelt are named, beside those that there are', () => {
    expect(fault({ SESSION_LIMIT_DOCTORS: '3' })).toMatch(
      /^SESSION_LIMIT_DOCTORS is no rule of sessions: there are .*\bSESSION_LIMIT_DOCTOR\b.*\.$/,
    );
  });
});

describe('single sign-on', () => {
  const oidc = {
    OIDC_ISSUER: 'https://id.clinic.example',
    OIDC_CLIENT_ID: 'medisecure',
    OIDC_CLIENT_SECRET: 'secret',
  };

  it('is off, or configured as a whole', () => {
    expect(readEnv({}).oidc).toBeUndefined();
    expect(readEnv({ ...oidc, OIDC_TRUST_AMR: 'yes' }).oidc).toMatchObject({
      trustAmr: true,
      name: undefined,
    });
    expect(fault({ OIDC_NAME: 'Clinic' })).toMatch(
      /needs OIDC_ISSUER and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET/,
    );
    expect(fault({ ...oidc, OIDC_TRUST_AMR: 'true' })).toMatch(/OIDC_TRUST_AMR must be yes/);
  });

  it.each([
    'http://id.clinic.example',
    'id.clinic.example',
    'https://u:p@id.example',
    'https://id.example?x=1',
  ])('refuses the issuer %s', (issuer) => {
    expect(fault({ ...oidc, OIDC_ISSUER: issuer })).toMatch(/OIDC_ISSUER must be the https address/);
  });
});
