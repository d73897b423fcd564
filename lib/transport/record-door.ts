import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { isOperationError } from '#lib/errors/operation-error';
import { openDocument } from '#lib/operations/documents/open';
import { run } from '#lib/operations/run';
import { takeRecord } from '#lib/operations/users/take-record';
import { env } from '#lib/platform/env';
import { paths } from '#lib/platform/paths';
import { portalContext } from './portal-caller';
import { recordDocuments } from './record/record-documents';
import { archiveFile, fhirFile, type Issuer, pdfFile, type TakenRecord } from './record/record-files';

type Bytes = Uint8Array<ArrayBuffer>;

interface Kind {
  readonly type: string;
  readonly name: string;
  /** The file, or its pieces as they come. */
  file(taken: TakenRecord, issuer: Issuer): Promise<Bytes | AsyncGenerator<Bytes, void>>;
}

const kinds: Readonly<Record<'fhir' | 'pdf' | 'archive', Kind>> = {
  fhir: {
    type: 'application/fhir+json; charset=utf-8',
    name: 'medical-record.json',
    file: async (taken, issuer) => fhirFile(taken, issuer),
  },
  pdf: { type: 'application/pdf', name: 'medical-record.pdf', file: pdfFile },
  archive: {
    type: 'application/zip',
    name: 'medical-record.zip',
    file: archiveWithDocuments,
  },
};

type Format = keyof typeof kinds;

interface Params {
  readonly params: Promise<{ readonly format: string }>;
}

/**
 * `GET /account/export/{format}`: the owner's record as a file, made when the transaction that read it has ended. Whoever
 * may not have it now goes to the page before it.
 */
export async function answerRecord(_: Request, { params }: Params): Promise<Response> {
  const { format } = await params;
  if (!isFormat(format)) return redirect(paths.account.export);
  const taken = await take(format);
  if ('instead' in taken) return redirect(taken.instead);
  const { type, name, file } = kinds[format];
  const made = await file(taken, { origin: env().publicUrl.origin, locale: await getLocale() });
  const isWhole = made instanceof Uint8Array;
  return new Response(isWhole ? made : streamOf(made), {
    headers: {
      'content-type': type,
      ...(isWhole && { 'content-length': String(made.byteLength) }),
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** Each document is opened as its reader opens one, and logged, when the pieces before it have gone out. */
async function archiveWithDocuments(taken: TakenRecord, issuer: Issuer) {
  const context = await portalContext(openDocument);
  const open = (id: string) => run(openDocument, { id }, context);
  return archiveFile(taken, issuer, recordDocuments(taken.copy.records, open));
}

/** Nothing is made before it is asked for, nor after whoever asked has gone. */
const streamOf = (pieces: AsyncGenerator<Bytes, void>) =>
  new ReadableStream<Bytes>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await pieces.return()),
  });

const isFormat = (text: string): text is Format => Object.hasOwn(kinds, text);

async function take(format: Format): Promise<TakenRecord | { instead: string }> {
  try {
    return await run(takeRecord, { format }, await portalContext(takeRecord));
  } catch (thrown) {
    if (!isOperationError(thrown)) throw thrown;
    const mayConfirm = thrown.code === 'insufficient_user_authentication';
    if (!mayConfirm && thrown.status >= 429) throw thrown;
    return { instead: mayConfirm ? paths.account.confirm(paths.account.export) : paths.account.export };
  }
}
