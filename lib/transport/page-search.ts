import { redirect } from 'next/navigation';
import { keepPanelSearch, panelSearch } from '#lib/auth/portal/panel-search';
import { paths } from '#lib/platform/paths';

/** `q` of a form. Leads to the list of those whose name fits, or of all for an empty one. */
export async function searchPanel(form: FormData): Promise<never> {
  const q = form instanceof FormData ? form.get('q') : null;
  const wanted = typeof q === 'string' ? q.trim() : '';
  await keepPanelSearch(wanted);
  return redirect(wanted ? paths.doctor.patientsFound({}) : paths.doctor.patients);
}

/** What was looked for, where the address says that it was. */
export const searched = async (asked: { search?: string | undefined }): Promise<string> =>
  asked.search === 'name' ? panelSearch() : '';
