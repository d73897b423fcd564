import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { kindOf } from '#lib/files/file-kind';
import { savedName } from '#lib/files/file-name';
import { contentDisposition } from '#lib/transport/content-disposition';

const image = () => sharp({ create: { width: 8, height: 6, channels: 3, background: '#345' } });
const pdf = () =>
  new Promise<Buffer>((resolve) => {
    const document = new PDFDocument();
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.text('Result').end();
  });

describe('what a file is', () => {
  it('is told by its content, whatever it is called', async () => {
    expect(await kindOf(await pdf(), 'photo.exe')).toBe('application/pdf');
    expect(await kindOf(await image().jpeg().toBuffer(), 'a.pdf')).toBe('image/jpeg');
    expect(await kindOf(await image().png().toBuffer(), undefined)).toBe('image/png');
    expect(await kindOf(await image().webp().toBuffer(), 'a.png')).toBe('image/webp');
    expect(await kindOf(Buffer.from('Blood pressure <120 at home; ünï'), 'notes.txt')).toBe('text/plain');
    expect(await kindOf(Buffer.from('date,value\n2026-01-05,5.4'), 'values.CSV')).toBe('text/plain');
  });

  it.each([
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'letter.pdf'],
    ['an archive', Buffer.from('504b0304140000000000', 'hex'), 'letter.pdf'],
    [
      'a picture in XML',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.png',
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'page.html'],
    [
      'a picture that is text',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'a.svg',
    ],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'a.gif'],
    ['text with a zero byte', Buffer.from('text\0text'), 'a.txt'],
    ['text that is no UTF-8', Buffer.from([0x41, 0xff, 0xfe, 0x42]), 'a.txt'],
    ['a PDF that begins later', Buffer.concat([Buffer.alloc(600, 'x\0'), Buffer.from('%PDF-1.7')]), 'a.pdf'],
  ])('is not taken for %s', async (_name, bytes, name) => {
    expect(await kindOf(bytes, name)).toBeNull();
  });
});

describe('the name of a download', () => {
  it.each([
    ['letter.pdf', 'letter.pdf'],
    ['../../etc/passwd', 'etcpasswd.pdf'],
    ['C:\\Users\\x\\letter.pdf', 'CUsersxletter.pdf'],
    ['photo\u202egpj.exe', 'photogpj.exe.pdf'],
    ['a\r\nSet-Cookie: a=b.pdf', 'aSet-Cookie a=b.pdf'],
    ['...', 'document.pdf'],
    ['', 'document.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['Überweisung 体.PDF', 'Überweisung 体.PDF'],
  ])('of %j is %j', (name, saved) => {
    expect(savedName(name, 'application/pdf')).toBe(saved);
  });

  it('stays within its header', () => {
    const hostile = 'a"; filename="x.exe\r\nX-Evil: 1\u202e体%22\'.pdf';
    const header = contentDisposition('attachment', savedName(hostile, 'application/pdf'));
    expect(header).toBe(
      `attachment; filename="a; filename=x.exeX-Evil 1_22'.pdf"; filename*=UTF-8''a%3B%20filename%3Dx.exeX-Evil%201%E4%BD%93%2522%27.pdf`,
    );
    expect(contentDisposition('attachment', hostile)).toMatch(/^[\x20-\x7e]+$/);
    expect(contentDisposition('attachment', hostile).match(/"/g)).toHaveLength(2);
  });
});
