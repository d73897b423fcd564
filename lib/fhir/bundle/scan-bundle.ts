import { type BundleType, bundleTypeOf } from './bundle-type';
import { EntryScanner, type ScannedEntry } from './entry-scanner';

/**
 * The entries of an upload one at a time, as its bytes come; at the end what kind of bundle it was, which FHIR lets stand
 * behind them.
 *
 * @throws BadBundle where the upload as a whole cannot be understood
 */
export async function* scanBundle(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  scanner: EntryScanner = new EntryScanner(),
): AsyncGenerator<ScannedEntry, BundleType> {
  for await (const chunk of chunks) yield* scanner.push(chunk);
  return bundleTypeOf(scanner.end());
}
