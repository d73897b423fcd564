import { headers } from 'next/headers';
import { readFrontDoor } from '#lib/platform/front-door';
import { homeOf, paths } from '#lib/platform/paths';
import { type PagePerson, somebody } from './page-person';

interface Refusal {
  status: number;
  /** The path and query that were asked for; never of another site, as two slashes would be. */
  address: string;
  requestId: string;
  /** Who is signed in, if the refused page is one of their portal's: then its frame stays. */
  person: PagePerson | null;
}

/** Why another page is shown than was asked for; null where nobody but a client says so. */
export async function refusal(): Promise<Refusal | null> {
  const door = readFrontDoor(await headers());
  if (!door?.refused) return null;
  const { status } = door.refused;
  const address = door.refused.address.replace(/^[/\\]+/, '/');
  // What has failed may be what knows the person.
  const person = await somebody().catch(() => null);
  return {
    status,
    address,
    requestId: door.requestId,
    person: person && isOf(person, address) ? person : null,
  };
}

const isOf = ({ role }: PagePerson, address: string): boolean =>
  [homeOf(role), paths.account.overview].some((area) => new RegExp(`^${area}(?:[/?]|$)`).test(address));
