import { createHash, type Hash } from 'node:crypto';

/** SHA-256 of bytes that come one piece after the other. */
export const sha256 = (): Hash => createHash('sha256');
