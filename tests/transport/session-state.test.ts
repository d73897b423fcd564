import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeClaims } from '#lib/auth/portal/claims';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { signOut } from '#lib/operations/auth/sign-out';
import { stepUp } from '#lib/operations/auth/step-up';
import { systemClock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { answerSessionState } from '#lib/transport/session-state';
import { middleware } from '../../middleware';
import { goodPassword, portalCaller, verifiedPatient, visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import { openClinic, type TestClinic } from '../harness/clinic';

const email = 'polled@example.org';
let clinic: TestClinic;
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the test, 32 characters');
  clinic = await openClinic();
  // The door has the clock of the system.
  clinic.clock.set(systemClock.now().toString());
  await verifiedPatient(clinic, email);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await clinic.close();
});

const ask = (cookie?: string, query = '', signal?: AbortSignal) =>
  answerSessionState(
    new NextRequest(`http://localhost:3000/session-state${query}`, {
      headers: cookie ? { cookie: `medisecure.session=${cookie}` } : {},
      ...(signal && { signal }),
    }),
  );

async function portalSessionOf() {
  const stranger = visitor(clinic.clock);
  const signedIn = await stranger.call(portalSignIn, { email, password: goodPassword });
  const ticket = 'ticket' in signedIn ? signedIn.ticket : '';
  const { session_id, secret, role } = await stranger.call(redeemTicket, { ticket });
  return { sid: session_id as Id<'sessions'>, secret, role };
}

describe('the address that a page asks in the background', () => {
  it('answers from the cookie’s session, is kept by nobody, and sees a sign-out at once', async () => {
    const { sid, secret, role } = await portalSessionOf();
    const cookie = await writeClaims({ sid, secret, role }, 3600);
    const live = await ask(cookie);
    expect(live.headers.get('cache-control')).toBe('private, no-store');
    expect(live.headers.get('set-cookie')).toBeNull();
    expect(await live.json()).toMatchObject({ state: 'live' });

    await visitor(clinic.clock, portalCaller({ session_id: sid, secret, role })).call(signOut, {});
    expect(await (await ask(cookie)).json()).toEqual({ state: 'ended', reason: 'signed_out' });
    const forged = await writeClaims({ sid, secret: 'guessed', role }, 3600);
    expect(await (await ask(forged)).json()).toEqual({ state: 'ended', reason: 'unknown' });
  });

  it('answers a question that waits as soon as the session ends, by whichever server that comes', async () => {
    const { sid, secret, role } = await portalSessionOf();
    const cookie = await writeClaims({ sid, secret, role }, 3600);
    let answered = false;
    const waiting = ask(cookie, '?wait=20000').then((response) => {
      answered = true;
      return response.json();
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answered).toBe(false);
    // Not through this process: the database tells.
    await asRole(
      clinic.database.superuserUrl,
      (sql) =>
        sql`update sessions set revoked_at = now(), revoked_reason = 'ended_by_owner' where id = ${sid}`,
    );
    expect(await waiting).toEqual({ state: 'ended', reason: 'ended_by_owner' });
  });

  it('answers that it stands when the time is over, and hears of an end after its connection was lost', async () => {
    const { sid, secret, role } = await portalSessionOf();
    const cookie = await writeClaims({ sid, secret, role }, 3600);
    expect(await (await ask(cookie, '?wait=100')).json()).toMatchObject({ state: 'live' });
    const lost = ask(cookie, '?wait=20000');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`
        select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where datname = current_database() and query = 'listen session_ended'`,
    );
    expect(await (await lost).json()).toMatchObject({ state: 'live' });
    const again = ask(cookie, '?wait=20000').then((response) => response.json());
    await new Promise((resolve) => setTimeout(resolve, 300));
    await visitor(clinic.clock, portalCaller({ session_id: sid, secret, role })).call(signOut, {});
    expect(await again).toEqual({ state: 'ended', reason: 'signed_out' });
  });

  it('takes nobody for signed out whose step-up has renewed the secret meanwhile', async () => {
    const { sid, secret, role } = await portalSessionOf();
    const cookie = await writeClaims({ sid, secret, role }, 3600);
    const waiting = ask(cookie, '?wait=1000');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const person = visitor(clinic.clock, portalCaller({ session_id: sid, secret, role }));
    const renewed = await person.call(stepUp, { method: 'password', password: goodPassword });
    expect(await (await waiting).json()).toMatchObject({ state: 'live' });
    expect(await (await ask(cookie)).json()).toEqual({ state: 'ended', reason: 'unknown' });
    const now = await writeClaims({ sid, secret: renewed.secret ?? '', role }, 3600);
    expect(await (await ask(now, '?wait=100')).json()).toMatchObject({ state: 'live' });
  });

  it('lets go of a page that has gone, and of the eleventh tab', async () => {
    const { sid, secret, role } = await portalSessionOf();
    const cookie = await writeClaims({ sid, secret, role }, 3600);
    const gone = new AbortController();
    let waiting = 11;
    const tabs = Array.from({ length: waiting }, async () => {
      const answer = await ask(cookie, '?wait=20000', gone.signal);
      waiting -= 1;
      return answer;
    });
    // Whichever comes last is the one too many, and is answered while the others wait.
    expect(await (await Promise.race(tabs)).json()).toMatchObject({ state: 'live' });
    expect(waiting).toBe(10);
    gone.abort();
    expect((await Promise.all(tabs)).map(({ status }) => status)).toEqual(Array(11).fill(200));
  });

  it('refreshes nothing on the way to a page: parallel tabs have no token that one could spend for all', async () => {
    const opened = await portalSessionOf();
    const cookie = await writeClaims(opened, 3600);
    const pages = await Promise.all(
      Array.from({ length: 50 }, () =>
        middleware(
          new NextRequest('http://localhost:3000/patient', {
            headers: { cookie: `medisecure.session=${cookie}` },
          }),
        ),
      ),
    );
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
    expect(pages.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    expect(await (await ask(cookie)).json()).toMatchObject({ state: 'live' });
    const tokens = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`select 1 from refresh_tokens where session_id = ${opened.sid}`,
    );
    expect(tokens).toHaveLength(0);
  });

  it('knows nothing of a browser without a session', async () => {
    expect(await (await ask()).json()).toEqual({ state: 'ended', reason: 'unknown' });
    expect(await (await ask('no.such.cookie')).json()).toEqual({ state: 'ended', reason: 'unknown' });
  });
});
