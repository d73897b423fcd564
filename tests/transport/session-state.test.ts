import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeClaims } from '#lib/auth/portal/claims';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { signOut } from '#lib/operations/auth/sign-out';
import { systemClock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { answerSessionState } from '#lib/transport/session-state';
import { goodPassword, portalCaller, verifiedPatient, visitor } from '../factories/visitor';
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

const ask = (cookie?: string) =>
  answerSessionState(
    new NextRequest('http://localhost:3000/session-state', {
      headers: cookie ? { cookie: `medisecure.session=${cookie}` } : {},
    }),
  );

describe('the address that a page asks in the background', () => {
  it('answers from the cookie’s session, is kept by nobody, and sees a sign-out at once', async () => {
    const stranger = visitor(clinic.clock);
    const signedIn = await stranger.call(portalSignIn, { email, password: goodPassword });
    const opened = await stranger.call(redeemTicket, { ticket: 'ticket' in signedIn ? signedIn.ticket : '' });
    const { secret, role } = opened;
    const sid = opened.session_id as Id<'sessions'>;
    const cookie = await writeClaims({ sid, secret, role }, 3600);
    const live = await ask(cookie);
    expect(live.headers.get('cache-control')).toBe('private, no-store');
    expect(live.headers.get('set-cookie')).toBeNull();
    expect(await live.json()).toMatchObject({ state: 'live' });

    await visitor(clinic.clock, portalCaller(opened)).call(signOut, {});
    expect(await (await ask(cookie)).json()).toEqual({ state: 'ended', reason: 'signed_out' });
    const forged = await writeClaims({ sid, secret: 'guessed', role }, 3600);
    expect(await (await ask(forged)).json()).toEqual({ state: 'ended', reason: 'unknown' });
  });

  it('knows nothing of a browser without a session', async () => {
    expect(await (await ask()).json()).toEqual({ state: 'ended', reason: 'unknown' });
    expect(await (await ask('no.such.cookie')).json()).toEqual({ state: 'ended', reason: 'unknown' });
  });
});
