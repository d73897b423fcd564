/** 256 random bits as 64 hex digits: a password or secret that needs no quoting anywhere. */
export function randomSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
}
