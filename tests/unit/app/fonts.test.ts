import { existsSync } from 'node:fs';
import path from 'node:path';
import code from '@fontsource-variable/atkinson-hyperlegible-mono/unicode.json';
import text from '@fontsource-variable/atkinson-hyperlegible-next/unicode.json';
import { expect, test, vi } from 'vitest';
import '../../../app/fonts';

interface Font {
  readonly src: string;
  readonly variable: string;
  readonly declarations?: readonly { readonly prop: string; readonly value: string }[];
}

const fonts = vi.hoisted(() => new Map<string, Font>());

// Outside Next's build the call is only what it was given.
vi.mock('next/font/local', () => ({ default: (font: Font) => fonts.set(font.variable, font) && font }));

test('each font is a file of its package', () => {
  const missing = [...fonts.values()].filter(({ src }) => !existsSync(path.resolve('app', src)));
  expect(missing).toEqual([]);
  expect(fonts.size).toBe(4);
});

test.each([
  ['--font-text-extended', text],
  ['--font-code-extended', code],
])('%s loads for the letters that its package names', (variable, ranges) => {
  const declarations = [{ prop: 'unicode-range', value: ranges['latin-ext'] }];
  expect(fonts.get(variable)?.declarations).toEqual(declarations);
});
