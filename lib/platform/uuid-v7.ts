import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

// Randomness is drawn for 256 ids at once: a draw costs as much as the rest of an id, and each request needs two.
const drawn = Buffer.allocUnsafe(16 * 256);
let used = drawn.length;

function random(): Buffer {
  if (used === drawn.length) used = drawn.length - randomFillSync(drawn).length;
  used += 16;
  return drawn.subarray(used - 16, used);
}

const last = { milliseconds: 0, sequence: 0 };

/** A UUID of version 7 that is greater than every one before it in this process (RFC 9562, section 6.2, method 1). */
export function uuidV7(): string {
  const bytes = random();
  const now = Date.now();
  if (now > last.milliseconds) {
    last.milliseconds = now;
    // Half the range is left to count in, which no millisecond uses up.
    last.sequence = bytes.readUInt32BE() >>> 1;
  } else {
    last.sequence += 1;
  }
  return v7({ random: bytes, msecs: last.milliseconds, seq: last.sequence });
}
