import { HiddenPlaces } from '../resources/hidden-places';
import { foreignSource } from '../resources/open-resource';

interface Named {
  readonly content: object;
}

interface Grouped {
  readonly results: readonly { readonly reference: string }[];
}

/** A report names what it groups, and leaves out what its reader does not see. */
export function onlySeenResults<View extends Named>(
  view: View,
  { source_system }: { readonly source_system: string },
  hidden: readonly string[],
): View {
  if (hidden.length === 0 || !('results' in view.content)) return view;
  const { results } = view.content as Grouped;
  const places = new HiddenPlaces(hidden);
  const seen = results.filter(({ reference }) => !places.holds(foreignSource(source_system), reference));
  return { ...view, content: { ...view.content, results: seen } };
}
