import type { BrowserContext } from 'playwright/test';

/** What a browser complained about while it showed our pages. */
export class Complaints {
  readonly #heard: { text: string; url: string }[] = [];
  readonly #refusals = new Set<string>();

  static async of(context: BrowserContext): Promise<Complaints> {
    const complaints = new Complaints();
    const hear = (text: string, url: string) => complaints.#heard.push({ text, url });
    context.on('console', (message) => {
      const { url } = message.location();
      if (message.type() === 'error') hear(`console: ${message.text()}`, url);
    });
    context.on('weberror', (error) => hear(`uncaught: ${error.error()}`, error.page()?.url() ?? ''));
    await context.exposeBinding('tellViolation', ({ page }, text: string) =>
      hear(`policy: ${text}`, page.url()),
    );
    await context.addInitScript(listenForViolations);
    return complaints;
  }

  /** Chromium writes every answer from 400 on into the console; this one is what the test is about. */
  expectRefusal(url: string): void {
    this.#refusals.add(url);
  }

  list(): string[] {
    return this.#heard
      .filter(({ text, url }) => !(text.startsWith('console: Failed to load') && this.#refusals.has(url)))
      .map(({ text, url }) => `${text} (${url})`);
  }
}

/** Runs in the page, before anything of ours. */
function listenForViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const { violatedDirective, blockedURI, sample, sourceFile, lineNumber } = event;
    const told = `${violatedDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`;
    void (globalThis as unknown as { tellViolation(text: string): Promise<void> }).tellViolation(told);
  });
}
