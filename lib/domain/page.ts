import { z } from 'zod';
import { wholeNumber } from './whole-number';

/** Page numbers of a list: `page` from 1, `page_size` 1 to 100. */
export const pageInput = {
  page: wholeNumber(1, 999_999_999).default(1),
  page_size: wholeNumber(1, 100).default(20),
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

interface PageNumber {
  readonly page: number;
  readonly page_size: number;
}

/** Which rows of a list are the ones of that page. */
export const windowOf = ({ page, page_size }: PageNumber) => ({
  limit: page_size,
  offset: (page - 1) * page_size,
});

/** One page and where it stands. Of nothing there are 0 pages; a page past the end is empty. */
export function pageOf<T>(items: T[], total: number, { page, page_size }: PageNumber) {
  return { items, page, page_size, total, pages: Math.ceil(total / page_size) };
}
