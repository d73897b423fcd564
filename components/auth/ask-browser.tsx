import type { PasskeyQuestion } from '#lib/transport/passkey-question';

export type PasskeyFault = 'cancelled' | 'timed_out' | 'no_device' | 'already' | 'unsupported' | 'failed';

type Asked = { response: string } | { fault: PasskeyFault; message?: string };

/** From our question to the browser's answer. The library loads with the first press, so that no page waits for it. */
export async function askBrowser(
  begin: (form: FormData) => Promise<PasskeyQuestion>,
  form: FormData,
): Promise<Asked> {
  try {
    const asked = await begin(form);
    if ('message' in asked) return { fault: 'failed', message: asked.message };
    return await answerTo(asked);
  } catch {
    return { fault: 'failed' };
  }
}

async function answerTo(asked: Exclude<PasskeyQuestion, { message: string }>): Promise<Asked> {
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser');
  const begun = performance.now();
  try {
    const response =
      'create' in asked
        ? await startRegistration({ optionsJSON: asked.create })
        : await startAuthentication({ optionsJSON: asked.get });
    return { response: JSON.stringify(response) };
  } catch (error) {
    const options = 'create' in asked ? asked.create : asked.get;
    return { fault: faultOf(error, performance.now() - begun >= options.timeout) };
  }
}

/** Browsers say `NotAllowedError` for both, on purpose (WebAuthn Level 3, 14.5.2): the time tells which it was. */
function faultOf(error: unknown, late: boolean): PasskeyFault {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return late ? 'timed_out' : 'cancelled';
  if (name === 'InvalidStateError') return 'already';
  if (name === 'NotSupportedError' || name === 'ConstraintError') return 'no_device';
  return 'failed';
}
