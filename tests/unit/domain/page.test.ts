import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';

const input = z.strictObject(pageInput);

describe('a page', () => {
  it('is the first of 20 by default, and read from text', () => {
    expect(input.parse({})).toEqual({ page: 1, page_size: 20 });
    expect(input.parse({ page: '3', page_size: '100' })).toEqual({ page: 3, page_size: 100 });
  });

  it.each(['0', '-1', '1.5', 'x', '', '1e0', '0x10', ' 5 ', '+5', '٥', 'Infinity', null])(
    'is not %j',
    (page) => {
      expect(input.safeParse({ page }).success).toBe(false);
    },
  );

  it.each(['0', '101', '-5', '2.5', '0x10', 'all', ''])('has not %j items', (page_size) => {
    expect(input.safeParse({ page_size }).success).toBe(false);
  });

  it('of nothing is none of 0', () => {
    expect(pageOf([], 0, { page: 1, page_size: 20 })).toEqual({
      items: [],
      page: 1,
      page_size: 20,
      total: 0,
      pages: 0,
    });
  });

  it('count holds all items and no page in vain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 100 }), (total, size) => {
        const { pages } = pageOf([], total, { page: 1, page_size: size });
        expect(pages * size).toBeGreaterThanOrEqual(total);
        expect((pages - 1) * size).toBeLessThan(total);
      }),
    );
  });

  it('begins where the one before it ended', () => {
    expect(windowOf({ page: 1, page_size: 20 })).toEqual({ limit: 20, offset: 0 });
    expect(windowOf({ page: 3, page_size: 50 })).toEqual({ limit: 50, offset: 100 });
  });

  it('has the shape that lists promise', () => {
    expect(pageOutput(z.string()).parse(pageOf(['a'], 21, { page: 2, page_size: 20 }))).toEqual({
      items: ['a'],
      page: 2,
      page_size: 20,
      total: 21,
      pages: 2,
    });
  });
});
