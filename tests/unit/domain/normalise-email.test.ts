import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailAddress } from '#lib/domain/email';
import { InvalidEmail, normaliseEmail } from '#lib/domain/normalise-email';

describe('an e-mail address', () => {
  it.each([
    ['  Ada@Example.ORG \n', 'ada@example.org'],
    ["o'brien+box@mail.example.org", "o'brien+box@mail.example.org"],
    ['josé@bücher.example', 'josé@xn--bcher-kva.example'],
    ['jose\u0301@BU\u0308CHER.example', 'josé@xn--bcher-kva.example'],
    ['用户@例子.中国', '用户@xn--fsqu00a.xn--fiqs8s'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('%j becomes %j', (typed, normalised) => {
    expect(normaliseEmail(typed)).toBe(normalised);
    expect(emailAddress.parse(typed)).toBe(normalised);
  });

  it.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@localhost',
    'ada@example.org@evil.example',
    'ada\uff20evil.example@example.org',
    'ada@example.org\uff20evil.example',
    'ada\uff20example.org',
    'ada\ufe6bx@example.org',
    '"ada"@example.org',
    '"a b"@example.org',
    'a“b@example.org',
    'a b@example.org',
    'a\u00a0b@example.org',
    'ada\u0000@example.org',
    'ada\r\nBcc:x@example.org',
    'ada\u200b@example.org',
    'ada\u202e@example.org',
    'ada@exam\u00adple.org',
    'a\ud800b@example.org',
    '.ada@example.org',
    'ada.@example.org',
    'a..b@example.org',
    'a,b@example.org',
    '<ada@example.org>',
    'ada@example.org.',
    'ada@-example.org',
    'ada@exa_mple.org',
    'ada@127.0.0.1',
    'ada@0x7f.1',
    'ada@[127.0.0.1]',
    'ada@example.org:25',
    'ada@example.org/x',
    'ada@ex%61mple.org',
    'ada@example。org',
    `${'a'.repeat(65)}@example.org`,
    `${'é'.repeat(33)}@example.org`,
    `ada@${'a'.repeat(64)}.org`,
    `ada@${'a.'.repeat(130)}org`,
  ])('%j is refused', (typed) => {
    expect(() => normaliseEmail(typed)).toThrow(InvalidEmail);
    expect(emailAddress.safeParse(typed).success).toBe(false);
  });

  it('is normalised once and for all, and holds no sign that ends a header or an address', () => {
    const parts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, parts, (local, domain) => {
        const result = emailAddress.safeParse(`${local}@${domain}.example`);
        if (!result.success) return;
        expect(normaliseEmail(result.data)).toBe(result.data);
        expect(result.data).not.toMatch(/[\p{C}\p{Z}"<>,;:()[\]\\]/u);
        expect(result.data.match(/@/g)).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('is named in no error', () => {
    expect(() => normaliseEmail('canary')).toThrow(/^Not a usable e-mail address\.$/);
  });
});
