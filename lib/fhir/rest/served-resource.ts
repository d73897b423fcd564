import { type JsonObject, object } from '../json';

/** A resource as we give it away: by our id, with the version that it is (R4, "Meta"). */
export interface Identity {
  readonly id: string;
  readonly version: string;
  /** An instant. */
  readonly last_updated: string;
}

/** The resource under our own id and version. All else stays as it is, in its order. */
export function served(tree: JsonObject, { id, version, last_updated }: Identity): JsonObject {
  const { resourceType, id: _, meta, ...rest } = tree;
  const own = { ...object(meta), versionId: version, lastUpdated: last_updated };
  return { resourceType, id, meta: own, ...rest };
}
