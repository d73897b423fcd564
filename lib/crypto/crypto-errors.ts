/** No ring keys in memory: `keyRing.fresh()` was not awaited, or a ring has no active version. */
export class KeysNotLoaded extends Error {
  override readonly name = 'KeysNotLoaded';
}

/** Sealed by a key version that this process has not loaded (yet): reload the ring and retry once. */
export class UnknownKeyVersion extends Error {
  override readonly name = 'UnknownKeyVersion';
}

/**
 * The value was altered, or stands in another row, column or table than it was sealed for. Says nothing about the
 * content, and not which of these it was.
 */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor() {
    super('A sealed value failed authentication.');
  }
}
