import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** A PDF of one page. */
export const aPdf = (text = 'Result') =>
  new Promise<Uint8Array>((resolve) => {
    const document = new PDFDocument();
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.text(text).end();
  });

/** A photograph that tells where it was taken. */
export const aPhoto = (place = 'SECRETPLACE') =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#964' } })
    .withExif({ IFD0: { Copyright: place } })
    .jpeg()
    .toBuffer();

export const someText = (text: string): Uint8Array => Buffer.from(text);
