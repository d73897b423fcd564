import path from 'node:path';
import type { DemoAccount, Product } from '../harness/product';

/** What every worker knows of the one running product. */
export interface Scene {
  product: Product;
  accounts: readonly DemoAccount[];
  /** Where the cookies of those who have signed in are kept. */
  folder: string;
}

const variable = 'MEDISECURE_E2E_SCENE';

/** Workers inherit the environment of the process that runs the global setup. */
export function tellWorkers(scene: Scene): void {
  process.env[variable] = JSON.stringify(scene);
}

export function scene(): Scene {
  const told = process.env[variable];
  if (!told) throw new Error('The product has not been started.');
  return JSON.parse(told) as Scene;
}

/** The people of the demo clinic who walk through these tests, by what they are to each other. */
const cast = {
  patient: 'elsa.vargas',
  otherPatient: 'gus.dicki',
  doctor: 'amara.okafor',
  otherDoctor: 'henrik.lindqvist',
  admin: 'morgan.reyes',
} as const;

export type Part = keyof typeof cast;
export const parts = Object.keys(cast) as Part[];

export function account(part: Part): DemoAccount {
  const found = scene().accounts.find(({ email }) => email.startsWith(`${cast[part]}@`));
  if (!found) throw new Error(`The demo has no account for ${cast[part]}.`);
  return found;
}

/** The cookies of somebody who has signed in. */
export const cookiesOf = (part: Part): string => path.join(scene().folder, `${part}.json`);
