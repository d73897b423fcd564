import { type CityResponse, open, type Reader } from 'maxmind';
import { OperatorError } from './operator-error';
import { singleton } from './singleton';

const holder = () => singleton<{ reader: Reader<CityResponse> | null }>('places', () => ({ reader: null }));

/** Reads the operator's file of places once, whole: no address of anybody is asked for anywhere else. */
export async function openPlaces(file: string): Promise<void> {
  try {
    holder().reader = await open<CityResponse>(file);
  } catch {
    throw new OperatorError(
      `MMDB_FILE (${file}) cannot be read as a MaxMind database: check the path, or leave it out.`,
    );
  }
}

/** `Leeds, United Kingdom`, as the file says it in English; null where it knows nothing, or there is no file. */
export function placeOf(ip: string | null): string | null {
  const found = ip === null ? null : (holder().reader?.get(ip) ?? null);
  const names = [found?.city?.names.en, found?.country?.names.en].filter((name) => name !== undefined);
  return names.join(', ') || null;
}
