/** The 16 bytes of a uuid in its canonical text form, upper or lower case. */
export function uuidBytes(id: string): Buffer {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  if (id.length !== 36 || bytes.byteLength !== 16) throw new TypeError('Not a uuid.');
  return bytes;
}
