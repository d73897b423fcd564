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
