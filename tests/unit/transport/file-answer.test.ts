import { describe, expect, it } from 'vitest';
import { asDownload, asPreview } from '#lib/transport/file-answer';

const file = (media_type: string) => ({
  name: 'a "page".html',
  media_type,
  content: Buffer.from('<script>'),
});

describe('a file of somebody', () => {
  it.each(['text/plain', 'application/pdf', 'image/png'])(
    'of %s is shown where it can do nothing',
    (type) => {
      const { headers } = asPreview(file(type));
      const directives = String(headers['content-security-policy']).split('; ');
      expect(directives).toEqual(
        expect.arrayContaining(['sandbox', "default-src 'none'", "frame-ancestors 'none'"]),
      );
      // A sandbox that allows anything is none.
      expect(directives.filter((each) => /script|allow/.test(each))).toEqual([]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-disposition']).toMatch(/^inline; /);
    },
  );

  it('is saved under a name that ends no header', () => {
    const { headers } = asDownload(file('text/plain'));
    expect(headers['content-disposition']).toBe(
      `attachment; filename="a _page_.html"; filename*=UTF-8''a%20%22page%22.html`,
    );
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
