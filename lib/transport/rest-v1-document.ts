import { fileMediaTypes } from '#lib/operations/documents/upload-media-types';
import { asDownload } from './file-answer';

export const documentTypes = fileMediaTypes;

/** The body is the file; what is said of it stands in headers. */
export const documentWire = {
  bytes: 'content',
  headers: {
    'document-title': 'title',
    'document-category': 'category',
    'document-date': 'occurred_at',
    'document-file-name': 'file_name',
  },
} as const;

export const documentAddress = ({ id }: { readonly id: string }) => `/api/v1/documents/${id}`;

type Content = Uint8Array | string;

const bytesOf = (content: Content) =>
  typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'base64')) : content;

export const downloadOf = ({
  content,
  ...file
}: {
  readonly name: string;
  readonly media_type: string;
  readonly content: Content;
}) => asDownload({ ...file, content: bytesOf(content) });

/** A portrait was made anew by us: it may be shown where its address stands. */
export const pictureOf = ({ content }: { readonly content: Content }) => ({
  content: bytesOf(content),
  headers: { 'content-type': 'image/webp' },
});
