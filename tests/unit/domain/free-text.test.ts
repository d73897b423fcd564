import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeText } from '#lib/domain/free-text';

const text = freeText(2000);
/** C0 and C1 but tab, line feed and carriage return. */
const isRefused = (sign: string) => /^[\p{Cc}]$/u.test(sign) && !'\t\n\r'.includes(sign);

describe('free text', () => {
  it.each([
    '<5 mmol/L',
    'BP <120>',
    "O'Brien",
    '<script>alert(1)</script>',
    '  kept\tas\r\ntyped \n',
    'e\u0301 is not é',
    '\u202eright to left',
    '👩‍⚕️',
    '',
  ])('keeps %j to the byte', (typed) => expect(text.parse(typed)).toBe(typed));

  it.each(['a\u0000b', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\ud800', 'a\udc00', '\u000b', '\u000c'])(
    'refuses %j',
    (typed) => expect(text.safeParse(typed).success).toBe(false),
  );

  it('keeps any well-formed text without controls', () => {
    const typed = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(typed, (value) => {
        const result = text.safeParse(value);
        expect(result.success).toBe(![...value].some(isRefused));
        if (result.success) expect(result.data).toBe(value);
      }),
    );
  });

  it('counts code points', () => {
    expect(freeText(3).safeParse('😀😀😀').success).toBe(true);
    expect(freeText(3).safeParse('😀😀😀😀').success).toBe(false);
    expect(freeText(3).safeParse('abcd').success).toBe(false);
  });
});
