import { createHmac } from 'node:crypto';
import { keyRing } from './key-ring';

/** What is indexed. One label for each kind of value, so that equal values of two kinds do not look equal. */
export type BlindIndexLabel =
  | 'email'
  | 'record_source'
  | 'record_text'
  | 'device'
  | 'throttle'
  | 'draft'
  | 'session_state'
  | 'recovery_code'
  | 'sms_code'
  | 'video_room';

/**
 * Equality search without plaintext: HMAC-SHA-256(ring `index`, label ‖ 0x00 ‖ value). The value comes normalised.
 * Not for values of few kinds (sex, blood group): their frequency would give them away.
 */
export function blindIndex(label: BlindIndexLabel, normalisedValue: string): Buffer {
  return createHmac('sha256', keyRing.current('index').key).update(`${label}\0${normalisedValue}`).digest();
}
