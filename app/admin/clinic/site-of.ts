import { notFound } from 'next/navigation';
import { listClinics } from '#lib/operations/clinics/list';
import { query } from '#lib/transport/page';
import { queryOf, type SearchParams } from '#lib/transport/page-query';

/** The site that the address asks for, or the first; `ofSeveral` is its id where links have to say which. */
export async function siteOf(searchParams: SearchParams) {
  const [asked, { items: sites }] = await Promise.all([queryOf(searchParams), query(listClinics, {})]);
  const site = asked.site === undefined ? sites[0] : sites.find(({ id }) => id === asked.site);
  if (!site) notFound();
  return { asked, site, sites, ofSeveral: sites.length > 1 ? site.id : undefined };
}
