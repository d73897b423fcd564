import { z } from 'zod';

const descriptor = z.object({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()).optional(),
});
const userVerification = z.enum(['required', 'preferred']);

/** `PublicKeyCredentialCreationOptionsJSON`, to be handed to the browser as it is. */
export const creationOptionsJson = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  timeout: z.int(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('preferred'),
    requireResidentKey: z.boolean(),
    userVerification,
  }),
});

/** `PublicKeyCredentialRequestOptionsJSON`. */
export const requestOptionsJson = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  allowCredentials: z.array(descriptor),
  userVerification,
});

export const exampleRequestOptions = {
  challenge: 'b8rT1sV2wX4yq1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6',
  rpId: 'clinic.example',
  timeout: 300_000,
  allowCredentials: [],
  userVerification: 'required' as const,
};

export const exampleCreationOptions = {
  rp: { id: 'clinic.example', name: 'MediSecure' },
  user: {
    id: 'AZIAAAAAcACAAAAAAAAAAQ',
    name: 'elsa.vargas@example.org',
    displayName: 'elsa.vargas@example.org',
  },
  challenge: 'b8rT1sV2wX4yq1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6',
  pubKeyCredParams: [{ type: 'public-key' as const, alg: -7 }],
  timeout: 300_000,
  attestation: 'none' as const,
  excludeCredentials: [],
  authenticatorSelection: {
    residentKey: 'preferred' as const,
    requireResidentKey: false,
    userVerification: 'preferred' as const,
  },
};
