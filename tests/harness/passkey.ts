import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** What is said instead of the truth. */
export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly userVerified?: boolean;
  readonly userPresent?: boolean;
  readonly counter?: number;
  readonly backedUp?: boolean;
  readonly userHandle?: string;
  readonly crossOrigin?: boolean;
}

interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
}

/**
 * An authenticator in software: a real ES256 key, attestation `none` (WebAuthn Level 3, 6.1, 6.5.1 and 8.7). It says
 * what it is told to say, so that each check on our side can be tried alone.
 */
export class Passkey {
  readonly id = randomBytes(32);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #origin: string;
  readonly #userVerified: boolean;
  #rpId = '';
  #userHandle = '';
  #counter: number;

  /** `counter` null: one that does not count, as passkeys that are kept in step on several devices. */
  constructor(origin: string, { userVerified = true, counter = 0 as number | null } = {}) {
    this.#origin = origin;
    this.#userVerified = userVerified;
    this.#counter = counter ?? Number.NaN;
  }

  create({ challenge, rp, user }: CreationOptions, lies: Lies = {}) {
    this.#rpId = rp.id;
    this.#userHandle = user.id;
    const length = Buffer.from([this.id.length >> 8, this.id.length & 255]);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, coseKey(this.#keys.publicKey)]);
    const authData = Buffer.concat([this.#authenticatorData(0x40, lies), credential]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(authData)],
    ]);
    return this.#credential({
      clientDataJSON: this.#clientData('webauthn.create', challenge, lies),
      attestationObject: base64url(attestationObject),
      transports: ['internal' as const],
    });
  }

  get({ challenge }: { readonly challenge: string }, lies: Lies = {}) {
    const authenticatorData = this.#authenticatorData(0, lies);
    const clientDataJSON = this.#clientData('webauthn.get', challenge, lies);
    const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return this.#credential({
      clientDataJSON,
      authenticatorData: base64url(authenticatorData),
      signature: base64url(sign('sha256', signed, this.#keys.privateKey)),
      userHandle: lies.userHandle ?? this.#userHandle,
    });
  }

  #credential<R>(response: R) {
    const id = base64url(this.id);
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response };
  }

  #clientData(type: string, challenge: string, lies: Lies): string {
    const { origin = this.#origin, crossOrigin = false } = lies;
    const said = { type, challenge: lies.challenge ?? challenge, origin, crossOrigin };
    return base64url(Buffer.from(JSON.stringify(said)));
  }

  #authenticatorData(more: number, lies: Lies): Buffer {
    const { userPresent = true, userVerified = this.#userVerified, backedUp = false } = lies;
    const flags = (userPresent ? 1 : 0) | (userVerified ? 4 : 0) | (backedUp ? 0x18 : 0) | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(lies.counter ?? this.#next());
    return Buffer.concat([sha256(lies.rpId ?? this.#rpId), Buffer.from([flags]), counter]);
  }

  #next(): number {
    if (Number.isNaN(this.#counter)) return 0;
    this.#counter += 1;
    return this.#counter;
  }
}

// CBOR (RFC 8949), as much as these maps need.
const head = (major: number, length: number) =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const bytes = (value: Uint8Array) => Buffer.concat([head(2, value.length), value]);

/** EC2, ES256, P-256 (RFC 9053, 7.1.1). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, 'base64url')),
  ]);
}
