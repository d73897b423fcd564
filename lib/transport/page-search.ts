import { redirect } from 'next/navigation';
import { keepSearch, keptSearch } from '#lib/auth/portal/kept-search';
import { paths } from '#lib/platform/paths';

const words = {
  panel: 'name',
  people: 'email',
} as const;

type List = keyof typeof words;

const lists = {
  panel: { all: paths.doctor.patientsOf, found: paths.doctor.patientsFound },
  people: { all: paths.admin.peopleOf, found: () => paths.admin.peopleOf({ search: words.people }) },
} as const;

const wordsOf = (form: FormData): string => {
  const q = form instanceof FormData ? form.get('q') : null;
  return typeof q === 'string' ? q.trim() : '';
};

/** `q` of a form. Leads to the part of the list that fits, or to all of it for an empty one; `day` goes along. */
export async function search(list: List, form: FormData, day?: string): Promise<never> {
  const wanted = wordsOf(form);
  await keepSearch(list, wanted);
  return redirect(lists[list][wanted ? 'found' : 'all']({ day }));
}

/** What was looked for, where the address says that it was. */
export const searched = async (list: List, asked: { search?: string | undefined }): Promise<string> =>
  asked.search === words[list] ? keptSearch(list) : '';

/** The same inside one patient's chart. */
export async function searchChart(patientId: string, form: FormData): Promise<never> {
  const wanted = wordsOf(form);
  await keepSearch('chart', wanted, patientId);
  return redirect(paths.doctor.chart(patientId, { section: 'timeline', ...(wanted && { search: 'words' }) }));
}

export const searchedInChart = async (patientId: string, asked: { search?: string | undefined }) =>
  asked.search === 'words' ? keptSearch('chart', patientId) : '';
