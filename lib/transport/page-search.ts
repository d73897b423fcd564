import { redirect } from 'next/navigation';
import { keepSearch, keptSearch } from '#lib/auth/portal/kept-search';
import { paths } from '#lib/platform/paths';

const words = {
  panel: 'name',
  people: 'email',
} as const;

type List = keyof typeof words;

const lists = {
  panel: { all: paths.doctor.patients, found: paths.doctor.patientsFound({}) },
  people: { all: paths.admin.people, found: paths.admin.peopleOf({ search: words.people }) },
} as const;

/** `q` of a form. Leads to the part of the list that fits, or to all of it for an empty one. */
export async function search(list: List, form: FormData): Promise<never> {
  const q = form instanceof FormData ? form.get('q') : null;
  const wanted = typeof q === 'string' ? q.trim() : '';
  await keepSearch(list, wanted);
  return redirect(wanted ? lists[list].found : lists[list].all);
}

/** What was looked for, where the address says that it was. */
export const searched = async (list: List, asked: { search?: string | undefined }): Promise<string> =>
  asked.search === words[list] ? keptSearch(list) : '';
