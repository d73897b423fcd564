/**
 * Holds the key-encryption key and never gives it out: a local file, AWS KMS, Azure Key Vault, Vault Transit.
 * `aad` is authenticated, not stored: what was wrapped for one row does not unwrap for another.
 */
export interface KeyProvider {
  readonly name: string;
  wrap(key: Uint8Array, aad: Uint8Array): Promise<Buffer>;
  /** @throws SealBroken when `wrapped` or `aad` is not what was wrapped. */
  unwrap(wrapped: Uint8Array, aad: Uint8Array): Promise<Buffer>;
}
