import type { z } from 'zod';
import type { creationOptionsJson, requestOptionsJson } from '#lib/operations/passkeys/options-json';

/** What a browser is asked, or the sentence that says why it is not. */
export type PasskeyQuestion =
  | { create: z.output<typeof creationOptionsJson> }
  | { get: z.output<typeof requestOptionsJson> }
  | { message: string };
