import { type Asked, Understood } from './asked';

/** `Patient/{id}/$everything?_since&_type&_count` (R4, "Patient/$everything"). */
export function readEverything(asked: Asked) {
  const input: { patient_id?: string; types?: string[]; since?: string; count?: string; cursor?: string } = {
    ...asked.params,
  };
  const understood = new Understood(asked, (name, value) => {
    if (name === '_type') input.types = [...(input.types ?? []), ...value.split(',')];
    else if (name === '_since') input.since = value;
    else if (name === '_count') input.count = value;
    else if (name === '_cursor') input.cursor = value;
    else return false;
    return true;
  });
  return { input, understood };
}
