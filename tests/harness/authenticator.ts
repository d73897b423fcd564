import { generateSync } from 'otplib';

const stepSeconds = 30;

/**
 * An authenticator app that knows the rule of its other side: a code counts once, and the next one is accepted up to
 * one step early. So it gives each code once, and waits when it has run ahead.
 */
export class Authenticator {
  readonly #secret: string;
  #lastStep = 0;

  constructor(secret: string) {
    this.#secret = secret;
  }

  async code(): Promise<string> {
    const step = Math.max(currentStep(), this.#lastStep + 1);
    while (step > currentStep() + 1) await new Promise((resolve) => setTimeout(resolve, 200));
    this.#lastStep = step;
    return generateSync({ secret: this.#secret, epoch: step * stepSeconds });
  }
}

const currentStep = () => Math.floor(Date.now() / 1000 / stepSeconds);
