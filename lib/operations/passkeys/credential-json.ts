import { z } from 'zod';

/** Bytes in base64url without padding (WebAuthn Level 3, 5.1.8). */
const bytes = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/);

// A credential id is at most 1023 bytes (5.8.3).
const credentialId = bytes(1364);

const common = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
  // What extensions answer. We ask for none and read none.
  clientExtensionResults: z.looseObject({}).transform(() => ({})),
};

/**
 * `RegistrationResponseJSON` of a browser, in the specification's own names. What we do not read, such as the key in a
 * second form, is dropped.
 */
export const registrationResponse = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes(4096),
    attestationObject: bytes(12_288),
    transports: z
      .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
      .max(7)
      .optional()
      .catch(undefined),
  }),
});

/** `AuthenticationResponseJSON` of a browser. */
export const assertionResponse = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes(4096),
    authenticatorData: bytes(4096),
    signature: bytes(4096),
    userHandle: bytes(128).optional(),
  }),
});

export const exampleAssertion = {
  id: 'q1wZ4dQm0Qv7m2cUuYcN0Q',
  rawId: 'q1wZ4dQm0Qv7m2cUuYcN0Q',
  type: 'public-key' as const,
  clientExtensionResults: {},
  response: {
    clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0',
    authenticatorData: 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ',
    signature: 'MEUCIQDb8rT1sV2wX4yq1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6AiB8',
    userHandle: 'AZIAAAAAcACAAAAAAAAAAQ',
  },
};

export const exampleRegistration = {
  ...exampleAssertion,
  response: {
    clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0',
    attestationObject: 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVg',
    transports: ['internal' as const],
  },
};
