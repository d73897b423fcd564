import { at, type JsonObject, string } from './json';

/** During which encounter it was, by our id. It belongs to the record's place, like its patient, and is not amended. */
export function encounterIdOf(tree: JsonObject): string | null {
  const inContext = tree.resourceType === 'DocumentReference';
  const held = inContext ? at(tree.context, 'encounter', 0) : tree.encounter;
  return /^Encounter\/([A-Za-z0-9.-]{1,64})$/.exec(string(at(held, 'reference')) ?? '')?.[1] ?? null;
}

export function linkEncounter(tree: JsonObject, id: string): void {
  const encounter = { reference: `Encounter/${id}` };
  if (tree.resourceType === 'Encounter') return;
  if (tree.resourceType === 'DocumentReference')
    tree.context = { ...(tree.context as JsonObject | undefined), encounter: [encounter] };
  else tree.encounter = encounter;
}
