import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { isOperationError } from '#lib/errors/operation-error';
import { run } from '#lib/operations/run';
import { takeRecord } from '#lib/operations/users/take-record';
import { env } from '#lib/platform/env';
import { paths } from '#lib/platform/paths';
import { portalContext } from './portal-caller';
import { archiveFile, fhirFile, type Issuer, pdfFile, type TakenRecord } from './record/record-files';

interface Kind {
  readonly type: string;
  readonly name: string;
  file(taken: TakenRecord, issuer: Issuer): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

const kinds: Readonly<Record<'fhir' | 'pdf' | 'archive', Kind>> = {
  fhir: { type: 'application/fhir+json; charset=utf-8', name: 'medical-record.json', file: fhirFile },
  pdf: { type: 'application/pdf', name: 'medical-record.pdf', file: pdfFile },
  archive: {
    type: 'application/zip',
    name: 'medical-record.zip',
    file: (taken, issuer) => archiveFile(taken, issuer),
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
  const bytes = await file(taken, { origin: env().publicUrl.origin, locale: await getLocale() });
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

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
