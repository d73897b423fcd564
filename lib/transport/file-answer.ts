import { contentDisposition } from './content-disposition';
import type { FileAnswer } from './rest-route';

interface File {
  readonly name: string;
  readonly media_type: string;
  readonly content: Uint8Array;
}

/** Text is UTF-8: nothing else was taken. */
const typeOf = (type: string) => (type.startsWith('text/') ? `${type}; charset=utf-8` : type);

/** A file that a browser saves and never shows. */
export const asDownload = ({ name, media_type, content }: File): FileAnswer => ({
  content,
  headers: {
    'content-type': typeOf(media_type),
    'content-disposition': contentDisposition('attachment', name),
    'x-content-type-options': 'nosniff',
  },
});

/**
 * A file that a browser shows, in a page of its own that has no origin, may run nothing and ask for nothing. An image is
 * put into its page by styles of the browser itself.
 */
export const asPreview = ({ name, media_type, content }: File): FileAnswer => ({
  content,
  headers: {
    'content-type': typeOf(media_type),
    'content-disposition': contentDisposition('inline', name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': `sandbox; default-src 'none'${media_type.startsWith('image/') ? "; style-src 'unsafe-inline'" : ''}`,
  },
});
