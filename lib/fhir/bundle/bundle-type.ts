import { object, string } from '../json';
import { decode } from './bundle-entry';
import type { ScannedHead } from './entry-scanner';
import { badBundle } from './issue';
import { parseStrict } from './strict-parser';

export type BundleType = (typeof bundleTypes)[number];

/** `resources`: no bundle, but one resource or several, one a line. */
export const bundleTypes = ['transaction', 'batch', 'collection', 'searchset', 'resources'] as const;

/** @throws BadBundle where what stands around the entries is no bundle, or one that is not imported */
export function bundleTypeOf(head: ScannedHead): BundleType {
  if (!head) return 'resources';
  const bundle = object(parseStrict(decode(head, 'Bundle'), 'Bundle').value);
  if (bundle?.resourceType !== 'Bundle') throw badBundle('Bundle', 'not_bundle');
  const type = bundleTypes.find((each) => each === string(bundle.type) && each !== 'resources');
  if (!type) throw badBundle('Bundle.type', 'bundle_type');
  if (bundle.entry !== undefined && !Array.isArray(bundle.entry))
    throw badBundle('Bundle.entry', 'entry_list');
  return type;
}
