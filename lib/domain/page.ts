import { z } from 'zod';

/** Page numbers of a list: `page` from 1, `page_size` 1 to 100. Coerced, because a query string has only text. */
export const pageInput = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  page_size: z.coerce.number().int().min(1).max(100).default(20),
};

/** The output of a paged list of `item`. */
export function pageOutput<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    page: z.int(),
    page_size: z.int(),
    total: z.int(),
    pages: z.int(),
  });
}

/** One page and where it stands. Of nothing there are 0 pages; a page past the end is empty. */
export function pageOf<T>(items: T[], total: number, page: number, pageSize: number) {
  return { items, page, page_size: pageSize, total, pages: Math.ceil(total / pageSize) };
}
