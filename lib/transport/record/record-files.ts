import { stringify as printLossless } from 'lossless-json';
import { recordSigner } from '#lib/auth/record-signature';
import type { Locale } from '#lib/i18n/locale';
import type { takeRecord } from '#lib/operations/users/take-record';
import { paths } from '#lib/platform/paths';
import { writtenDate } from '#lib/print/record-facts';
import { recordPdf } from '#lib/print/record-pdf';
import { recordSections } from '#lib/print/record-sections';
import { type Words, wordsOf } from '#lib/print/words';
import { type ArchiveFile, buildArchive } from './build-archive';
import { bundleText } from './bundle-text';

export type TakenRecord = NonNullable<NonNullable<(typeof takeRecord)['types']>['output']>;

/** The record as files, by whoever issues them. */
export interface Issuer {
  readonly origin: string;
  readonly locale: Locale;
}

type Bytes = Uint8Array<ArrayBuffer>;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export const fhirFile = ({ resources, taken_at }: TakenRecord, { origin }: Issuer): Bytes =>
  utf8(bundleText(resources, `${origin}/fhir/R4`, taken_at));

export function pdfFile(
  { patient, copy, taken_at, zone }: TakenRecord,
  { origin, locale }: Issuer,
): Promise<Bytes> {
  const words = wordsOf(locale, zone);
  const { t, format } = words;
  const who = whoIs(patient, words);
  const made = { at: format.dateTime(taken_at), zone, issuer: origin };
  const head = {
    title: t('print.title', who),
    running: t('print.running', who),
    lines: [
      t('print.whose', who),
      t('print.number', who),
      t('print.made', made),
      t('print.count', { count: copy.records.length + copy.appointments.length }),
      t('print.leavesOut'),
    ],
  };
  return recordPdf(
    head,
    recordSections(copy.records, copy.appointments, copy.amendment_requests, words),
    words,
  );
}

function whoIs({ id, legal_name, birth_date, sex }: TakenRecord['patient'], words: Words) {
  const { t } = words;
  const sexKey = `patients.sex.${sex}` as 'patients.sex.female';
  return {
    name: legal_name || t('print.unnamed'),
    born: birth_date ? writtenDate(birth_date, words) : t('print.unknown'),
    sex: t.has(sexKey) ? t(sexKey) : t('patients.sexUnknown'),
    number: id,
  };
}

/** Everything in one file, signed; what it is made of is whole when this returns, but for the documents' files. */
export async function archiveFile(
  taken: TakenRecord,
  issuer: Issuer,
  documents: AsyncIterable<ArchiveFile>,
): Promise<AsyncGenerator<Bytes, void>> {
  const { key, sign } = await recordSigner();
  const { t } = wordsOf(issuer.locale, taken.zone);
  const addresses = {
    verify: new URL(paths.verify, issuer.origin).href,
    keys: new URL(paths.recordKeys, issuer.origin).href,
  };
  const files = [
    { path: 'README.txt', bytes: utf8(`${t('print.readme', { ...addresses, origin: issuer.origin })}\n`) },
    { path: 'record.pdf', bytes: await pdfFile(taken, issuer) },
    { path: 'bundle.json', bytes: fhirFile(taken, issuer) },
    { path: 'account.json', bytes: utf8(`${printLossless(taken.copy, undefined, 2)}\n`) },
    { path: 'KEY.json', bytes: utf8(`${JSON.stringify(key, undefined, 2)}\n`) },
  ];
  return buildArchive(both(files, documents), {
    issuer: issuer.origin,
    created_at: taken.taken_at,
    record_number: taken.patient.id,
    key_id: key.kid,
    sign,
  });
}

async function* both(files: readonly ArchiveFile[], documents: AsyncIterable<ArchiveFile>) {
  yield* files;
  yield* documents;
}
