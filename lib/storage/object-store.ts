/**
 * Where the sealed bytes of files stand outside the database. What it is given is ciphertext already, and it is asked to
 * keep it under a name that says nothing.
 */
export interface ObjectStore {
  /** Writes the object, or writes it again. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null where there is none. */
  get(name: string): Promise<Uint8Array | null>;
}

/** It did not do what it was asked: another try may help. Says nothing of what was stored. */
export class StoreFailed extends Error {
  override readonly name = 'StoreFailed';
  constructor(readonly code: string) {
    super(`The object store failed: ${code}`);
  }
}
