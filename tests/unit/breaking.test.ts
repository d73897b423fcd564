import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parts } from '../breaking/parts';

/** A breach whose place has moved breaks nothing, and would be taken for one that every check sees. */
describe('each breach that the checks are tried with finds its place', () => {
  it.each(Object.values(parts).flat())('$name', ({ file, find, replace }) => {
    expect(readFileSync(file, 'utf8')).toContain(find);
    expect(replace).not.toBe(find);
  });
});
