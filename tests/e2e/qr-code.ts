import type { Locator } from 'playwright/test';
import qrcode from 'qrcode';

const levels = ['L', 'M', 'Q', 'H'] as const;

/**
 * Whether the picture, as Chromium shows it, is the QR code of this text: each module of the drawn picture is looked at
 * in its middle and compared with the modules that the text must have (ISO/IEC 18004 leaves only the level open).
 */
export async function showsQrCodeOf(picture: Locator, text: string): Promise<boolean> {
  const drawn = await Promise.all(
    levels.map(async (errorCorrectionLevel) => {
      const { modules } = qrcode.create(text, { errorCorrectionLevel });
      const wanted = Array.from(modules.data, (dark) => (dark ? '1' : '0')).join('');
      return (await modulesOf(picture, modules.size)) === wanted;
    }),
  );
  return drawn.includes(true);
}

/** The dark and light modules of a picture that is known to hold `size` of them in a row. */
function modulesOf(picture: Locator, size: number): Promise<string> {
  return picture.evaluate(async (element, count) => {
    const image = element as HTMLImageElement;
    await image.decode();
    const side = 1000;
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const context = canvas.getContext('2d');
    if (!context) return '';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side, side);
    context.drawImage(image, 0, 0, side, side);
    const { data } = context.getImageData(0, 0, side, side);
    const isDark = (x: number, y: number) => (data[4 * (y * side + x)] ?? 255) < 128;
    const along = Array.from({ length: side }, (_, at) => at);
    const columns = along.filter((x) => along.some((y) => isDark(x, y)));
    // The finder patterns reach to the code's own edges: there its quiet zone ends, and it is square.
    const left = columns[0] ?? 0;
    const right = columns.at(-1) ?? 0;
    const top = along.find((y) => along.some((x) => isDark(x, y))) ?? 0;
    const step = (right + 1 - left) / count;
    const middle = (from: number, index: number) => Math.floor(from + (index + 0.5) * step);
    let modules = '';
    for (let row = 0; row < count; row += 1) {
      for (let column = 0; column < count; column += 1) {
        modules += isDark(middle(left, column), middle(top, row)) ? '1' : '0';
      }
    }
    return modules;
  }, size);
}
