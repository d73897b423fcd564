import { type Env, readEnv } from './env/read';
import { singleton } from './singleton';

export type { Env } from './env/read';

const holder = () => singleton<{ env: Env | null }>('env', () => ({ env: null }));

/** The checked configuration of this process. @throws OperatorError with one sentence a fault. */
export function env(): Env {
  const held = holder();
  held.env ??= readEnv(process.env);
  return held.env;
}

/** Adds what only the start knows (the embedded database and the secrets beside it), or what a test needs. */
export function configureEnv(known: Partial<Env>): Env {
  const configured = { ...env(), ...known };
  holder().env = configured;
  return configured;
}

/** What Next, next-auth and the middleware read from the environment themselves. Call it before Next is loaded. */
export function exportForNext(dev: boolean): void {
  const { mode, nextauthSecret, publicUrl } = env();
  Object.assign(process.env, {
    NODE_ENV: dev ? 'development' : 'production',
    NEXTAUTH_URL: publicUrl.origin,
    PUBLIC_URL: publicUrl.origin,
    MEDISECURE_MODE: mode,
    // Nothing about a clinic's machine goes to anyone.
    NEXT_TELEMETRY_DISABLED: '1',
    ...(nextauthSecret && { NEXTAUTH_SECRET: nextauthSecret }),
  });
}
