import { createHash, createPrivateKey, sign } from 'node:crypto';
import type { CDPSession, Page } from 'playwright';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const decoded = (text: string) => Buffer.from(text, 'base64url');

/** What a browser sends after it has asked its authenticator. */
interface Answer {
  id: string;
  response: { clientDataJSON: string; authenticatorData: string; signature: string };
}

/** Chromium's own authenticator in software (CDP, domain WebAuthn): built in, finds its passkeys by itself. */
export class VirtualAuthenticator {
  readonly #cdp: CDPSession;
  readonly #id: { readonly authenticatorId: string };

  private constructor(cdp: CDPSession, authenticatorId: string) {
    this.#cdp = cdp;
    this.#id = { authenticatorId };
  }

  /** `checksHolder` false: one without fingerprint, face or PIN, as a simple security key is. */
  static async pluggedInto(page: Page, { checksHolder = true } = {}): Promise<VirtualAuthenticator> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: checksHolder ? 'internal' : 'usb', hasResidentKey: true },
        ...{ hasUserVerification: checksHolder, isUserVerified: checksHolder },
        automaticPresenceSimulation: true,
      },
    });
    return new VirtualAuthenticator(cdp, authenticatorId);
  }

  /** Whether the finger fits from now on. */
  async recognises(isUserVerified: boolean): Promise<void> {
    await this.#cdp.send('WebAuthn.setUserVerified', { ...this.#id, isUserVerified });
  }

  /** Nobody touches it by themself any more, or somebody does. */
  async isTouched(enabled: boolean): Promise<void> {
    await this.#cdp.send('WebAuthn.setAutomaticPresenceSimulation', { ...this.#id, enabled });
  }

  /** The same answer with another origin in it, signed by the same key: nothing else about it is wrong. */
  async saidFrom(origin: string, answer: Answer): Promise<Answer> {
    const { credentials } = await this.#cdp.send('WebAuthn.getCredentials', this.#id);
    const own = credentials.find(({ credentialId }) => decoded(answer.id).equals(decoded(credentialId)));
    if (!own) throw new Error('That was not this authenticator.');
    const key = createPrivateKey({
      key: Buffer.from(own.privateKey, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    const { clientDataJSON, authenticatorData } = answer.response;
    const said = Buffer.from(JSON.stringify({ ...JSON.parse(decoded(clientDataJSON).toString()), origin }));
    const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
    const signature = sign(digest, Buffer.concat([decoded(authenticatorData), sha256(said)]), key);
    const response = {
      ...answer.response,
      clientDataJSON: said.toString('base64url'),
      signature: signature.toString('base64url'),
    };
    return { ...answer, response };
  }
}

interface Question {
  userVerification?: 'discouraged';
  allowCredentials?: [];
}

/** From the next page on: a browser that asks its authenticator for something else than our page has told it. */
export async function asksInstead(page: Page, question: Question): Promise<void> {
  await page.addInitScript((changes) => {
    const asked = CredentialsContainer.prototype.get;
    CredentialsContainer.prototype.get = function get(options) {
      const publicKey = options?.publicKey && { ...options.publicKey, ...changes };
      return asked.call(this, { ...options, publicKey });
    };
  }, question);
}

/** From the next page on: a browser that sends what `rewrite` makes of the answer. */
export async function sendsInstead(
  page: Page,
  rewrite: (answer: Answer) => Answer | Promise<Answer>,
): Promise<void> {
  await page.exposeFunction('rewritten', async (text: string) =>
    JSON.stringify(await rewrite(JSON.parse(text))),
  );
  await page.addInitScript(() => {
    const { rewritten } = globalThis as unknown as { rewritten(text: string): Promise<string> };
    const send = HTMLFormElement.prototype.requestSubmit;
    HTMLFormElement.prototype.requestSubmit = function requestSubmit() {
      const input = this.elements.namedItem('response') as HTMLInputElement;
      void rewritten(input.value).then((text) => {
        input.value = text;
        send.call(this);
      });
    };
  });
}
