import { LosslessNumber } from 'lossless-json';
import { put, within } from './edit';
import { at, type JsonObject, list, literal, object, string } from './json';
import type { Part } from './part';

const attachment = (tree: JsonObject) => object(at(tree.content, 0, 'attachment'));

/** The first attachment, made where there is none. */
function ownAttachment(tree: JsonObject): JsonObject {
  const [first, ...rest] = list(tree.content);
  const content = object(first) ?? {};
  tree.content = [content, ...rest];
  return within(content, 'attachment');
}

/** `text/plain; charset=utf-8` has the type text/plain and this character set; UTF-8 where none is named. */
function mediaTypeOf(contentType: string | undefined): { type: string; charset: string } {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(one)?.[1]).find(Boolean);
  return { type: type.trim(), charset: charset ?? 'utf-8' };
}

/** A text that stands in the resource itself. */
export function hasInlineText(tree: JsonObject): boolean {
  const held = attachment(tree);
  return string(held?.data) !== undefined && mediaTypeOf(string(held?.contentType)).type.startsWith('text/');
}

/** To the byte: nothing is normalised, and what is no text of its character set is not guessed at. */
export function inlineText(tree: JsonObject): string | undefined {
  const data = string(attachment(tree)?.data);
  if (data === undefined || !hasInlineText(tree)) return undefined;
  try {
    const { charset } = mediaTypeOf(string(attachment(tree)?.contentType));
    const text = new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(data, 'base64'),
    );
    return text === '' ? undefined : text;
  } catch {
    // The decoder's message is not ours to pass on; the caller warns that the text is not shown.
    return undefined;
  }
}

export const bodyPart: Part<{ readonly body?: string | undefined }> = {
  keys: ['body'],
  read: (tree) => ({ body: inlineText(tree) }),
  write(tree, { body = '' }) {
    const held = ownAttachment(tree);
    const { type } = mediaTypeOf(string(held.contentType));
    put(held, 'contentType', `${type.startsWith('text/') ? type : 'text/plain'}; charset=utf-8`);
    put(held, 'data', Buffer.from(body, 'utf8').toString('base64'));
    for (const stale of ['url', 'size', 'hash']) put(held, stale, undefined);
  },
};

interface FileContent {
  readonly media_type?: string | undefined;
  readonly size?: string | undefined;
  readonly sha1?: string | undefined;
  readonly blob_id?: string | undefined;
  readonly file_name?: string | undefined;
}

const blobIdOf = (url: string | undefined) => /^Binary\/([A-Za-z0-9.-]{1,64})$/.exec(url ?? '')?.[1];

/** The file that stands elsewhere: its kind, its length, its SHA-1 (as R4 asks, in base64) and where it is. */
export const filePart: Part<FileContent> = {
  keys: ['media_type', 'size', 'sha1', 'blob_id', 'file_name'],
  read(tree) {
    const held = attachment(tree);
    return {
      media_type: string(held?.contentType),
      size: literal(held?.size),
      sha1: string(held?.hash),
      blob_id: blobIdOf(string(held?.url)),
      file_name: string(held?.title),
    };
  },
  write(tree, { media_type, size, sha1, blob_id, file_name }) {
    const held = ownAttachment(tree);
    put(held, 'contentType', media_type);
    if (literal(held.size) !== size)
      put(held, 'size', size === undefined ? undefined : new LosslessNumber(size));
    put(held, 'hash', sha1);
    if (blobIdOf(string(held.url)) !== blob_id) {
      put(held, 'url', blob_id === undefined ? undefined : `Binary/${blob_id}`);
      put(held, 'data', undefined);
    }
    put(held, 'title', file_name);
  },
};
