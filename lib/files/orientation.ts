/** The TIFF block of an EXIF that says one thing: which side is up (Exif 2.32, 4.6.4.A, tag 0x0112). Empty for upright. */
export function orientationTiff(orientation: number | undefined): Buffer {
  if (orientation === undefined || orientation < 2 || orientation > 8) return Buffer.alloc(0);
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
