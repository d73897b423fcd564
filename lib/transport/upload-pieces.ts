import { setImmediate as othersTurn } from 'node:timers/promises';
import type { UploadContent } from '#lib/operations/imports/upload-content';

const pieceBytes = 65_536;

/** A body in pieces: while it is read, other requests get their turn. */
export function inPieces(bytes: Uint8Array): UploadContent {
  return {
    async *[Symbol.asyncIterator]() {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        yield bytes.subarray(at, at + pieceBytes);
        await othersTurn();
      }
    },
  };
}
