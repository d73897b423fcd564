import { domainToASCII } from 'node:url';

/** Why an address is refused. Carries no part of the address. */
export class InvalidEmail extends Error {
  override readonly name = 'InvalidEmail';
  constructor() {
    super('Not a usable e-mail address.');
  }
}

// RFC 5321, 4.5.3.1, in octets: 64 for the local part; a path of 256 with its brackets leaves 254 for the whole.
const MAX_LOCAL_BYTES = 64;
const MAX_BYTES = 254;
// RFC 5322 `dot-atom`, and letters beyond ASCII (RFC 6531). No quotes, spaces, controls, brackets or second @.
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
// Before the conversion, so that the URL parser behind it never sees `%`, `:`, `/` or a full-width dot.
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * The one form in which an address is compared, indexed and written to: trimmed, NFC, lower case, domain in
 * punycode. @throws InvalidEmail
 */
export function normaliseEmail(text: string): string {
  const [local = '', domain = '', ...more] = text
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .split('@');
  if (more.length > 0 || !LOCAL_PART.test(local) || !TYPED_DOMAIN.test(domain)) throw new InvalidEmail();
  const ascii = domainToASCII(domain);
  const email = `${local}@${ascii}`;
  if (!isHostName(ascii) || byteLength(local) > MAX_LOCAL_BYTES || byteLength(email) > MAX_BYTES) {
    throw new InvalidEmail();
  }
  return email;
}

/** At least two labels, and no address in digits: its last label would be a number (RFC 3696, 2). */
function isHostName(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

const byteLength = (text: string) => Buffer.byteLength(text);
