import { mediaTypes } from '#lib/files/file-kind';

/** What a file may be. */
export const fileMediaTypes: readonly string[] = mediaTypes;

/** What a sender may call the body of an upload. What it is, its content tells. */
export const uploadMediaTypes: readonly string[] = ['application/octet-stream', ...mediaTypes];
