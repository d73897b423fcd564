import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { homeOf, paths } from '#lib/platform/paths';
import { Authenticator } from './authenticator';
import type { Viewer } from './portal-pages';
import type { DemoAccount, Product } from './product';

/** Whose clinic is seen: a patient with results to read, a doctor with a full day. */
const faces = { patient: 'garland.cummerata', doctor: 'amara.okafor', admin: 'morgan.reyes' } as const;

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Signed-in windows for every kind of viewer, each signed in once. */
export class Viewers {
  readonly #browser: Browser;
  readonly #product: Product;
  readonly #accounts: readonly DemoAccount[];
  readonly #states = new Map<Viewer, State>();

  constructor(browser: Browser, product: Product, accounts: readonly DemoAccount[]) {
    this.#browser = browser;
    this.#product = product;
    this.#accounts = accounts;
  }

  /** A new browser of that viewer, with an empty cache. */
  async open(viewer: Viewer, options: BrowserContextOptions = {}): Promise<Page> {
    const storageState = viewer === 'stranger' ? undefined : await this.#stateOf(viewer);
    const context = await this.#browser.newContext({
      baseURL: this.#product.origin,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      ...(storageState && { storageState }),
      ...options,
    });
    return context.newPage();
  }

  async #stateOf(viewer: Exclude<Viewer, 'stranger'>): Promise<State> {
    const known = this.#states.get(viewer);
    if (known) return known;
    const account = this.#accounts.find(({ email }) => email.startsWith(`${faces[viewer]}@`));
    if (!account) throw new Error(`The demo has no account for ${faces[viewer]}.`);
    const page = await this.open('stranger');
    await signIn(page, account);
    const state = await page.context().storageState();
    await page.context().close();
    this.#states.set(viewer, state);
    return state;
  }
}

/** From the sign-in page to somebody's own portal, by hand. */
export async function signIn(page: Page, account: DemoAccount): Promise<void> {
  await page.goto(paths.signIn);
  await enterPassword(page, account.email, account.password);
  if (account.totp_secret) await enterCode(page, await new Authenticator(account.totp_secret).code());
  await page.waitForURL((url) => url.pathname === homeOf(account.role));
}

export async function enterPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === paths.signInCode);
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}
