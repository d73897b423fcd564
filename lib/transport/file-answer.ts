import { contentDisposition } from './content-disposition';
import type { FileAnswer } from './rest-route';

/** Bytes, or base64 as an example of an operation writes them. */
type Content = Uint8Array | string;

interface File {
  readonly name: string;
  readonly media_type: string;
  readonly content: Content;
}

const bytesOf = (content: Content) =>
  typeof content === 'string' ? Buffer.from(content, 'base64') : content;

function fileAnswer(kind: 'inline' | 'attachment', { name, media_type, content }: File): FileAnswer {
  return {
    content: bytesOf(content),
    headers: {
      // Text is UTF-8: nothing else was taken.
      'content-type': media_type.startsWith('text/') ? `${media_type}; charset=utf-8` : media_type,
      'content-disposition': contentDisposition(kind, name),
      'x-content-type-options': 'nosniff',
    },
  };
}

/** A file that a browser saves and never shows. */
export const asDownload = (file: File): FileAnswer => fileAnswer('attachment', file);

/** No origin, no script, nothing asked for, and no page of anybody around it. */
const closed = "sandbox; default-src 'none'; frame-ancestors 'none'";

/**
 * A file that a browser shows, in a page of its own in which it can do nothing. An image is put into its page by styles
 * of the browser itself.
 */
export function asPreview(file: File): FileAnswer {
  const { content, headers } = fileAnswer('inline', file);
  const policy = file.media_type.startsWith('image/') ? `${closed}; style-src 'unsafe-inline'` : closed;
  return { content, headers: { ...headers, 'content-security-policy': policy } };
}

/** Visits for a calendar, which asks for this type (RFC 5545, 8.1). */
export const asCalendar = ({ name, text }: { name: string; text: string }): FileAnswer =>
  asDownload({ name, media_type: 'text/calendar', content: Buffer.from(text) });

/** A portrait was made anew by us: it may be shown where its address stands. */
export const asPicture = ({ content }: Pick<File, 'content'>): FileAnswer => ({
  content: bytesOf(content),
  headers: { 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' },
});
