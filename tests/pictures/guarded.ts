import type { Page } from 'playwright';
import { paths } from '#lib/platform/paths';
import { apiToken, askApi } from '../harness/api';
import { Authenticator } from '../harness/authenticator';
import type { DemoAccount, Product } from '../harness/product';
import { enterPassword } from '../harness/viewers';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const number = '+15550177';

/** A patient with every second step that needs no device: made once, when the first picture needs it. */
export class Guarded {
  #codes: Promise<string[]> | undefined;
  #cookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>> | undefined;

  constructor(
    private readonly product: Product,
    private readonly account: DemoAccount,
  ) {}

  /** Up to where the second step is asked for. */
  async passPassword(page: Page): Promise<void> {
    await this.#ready();
    await page.goto(paths.signIn);
    await enterPassword(page, this.account.email, this.account.password);
    await page.waitForURL((url) => url.pathname === paths.signInCode);
  }

  /** Signs in once, with a code on paper; every other window has the same session. */
  async signIn(page: Page): Promise<void> {
    if (this.#cookies) return page.context().addCookies(this.#cookies);
    const [code = ''] = await this.#ready();
    await this.passPassword(page);
    await page.goto(paths.signInCodeBy('recovery_code'));
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.pathname === paths.patient.home);
    this.#cookies = await page.context().cookies();
  }

  #ready(): Promise<string[]> {
    this.#codes ??= this.#make();
    return this.#codes;
  }

  async #make(): Promise<string[]> {
    const token = await apiToken(this.product, this.account);
    const ask = async <T>(line: `POST /${string}`, body: object) =>
      (await askApi<T>(this.product, line, { token, body })).json;
    const { secret } = await ask<{ secret: string }>('POST /auth/mfa/totp/setup', {});
    const code = await new Authenticator(secret).code();
    const made = await ask<{ recovery_codes: string[] }>('POST /auth/mfa/totp/confirm', { code });
    await ask('POST /auth/mfa/sms/setup', { phone_number: number });
    await ask('POST /auth/mfa/sms/confirm', { code: await this.#texted() });
    return made.recovery_codes;
  }

  /** What the demo's outbox shows, once the message has left. */
  async #texted(): Promise<string> {
    for (let tries = 0; tries < 60; tries += 1) {
      const html = await (await fetch(this.product.origin + paths.demoOutbox)).text();
      const message = html.split('<article').find((each) => each.includes(number));
      const code = message && /\b\d{6}\b/.exec(message.replaceAll(/<[^>]+>/g, ' '))?.[0];
      if (code) return code;
      await wait(500);
    }
    throw new Error('No code was sent.');
  }
}
