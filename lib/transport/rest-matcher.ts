import type { RestRoute } from './rest-route';

type Line = Pick<RestRoute, 'method' | 'path'>;

export interface Match<Route extends Line = RestRoute> {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** What a path knows: one route a method, or nothing. */
export type Matcher<Route extends Line> = (path: string) => ReadonlyMap<string, Match<Route>>;

interface Pattern<Route extends Line> {
  readonly route: Route;
  readonly segments: readonly string[];
  readonly params: number;
}

const isParam = (segment: string) => segment.startsWith('{');

/** Finds a path's routes. `/users/me` wins over `/users/{id}`, whatever the order of the table. */
export function createMatcher<Route extends Line>(routes: readonly Route[]): Matcher<Route> {
  const patterns = routes.map((route) => toPattern(route)).sort((a, b) => a.params - b.params);
  return (path) => {
    const segments = path.split('/');
    const found = new Map<string, Match<Route>>();
    for (const pattern of patterns) {
      const params = paramsOf(pattern, segments);
      if (params && !found.has(pattern.route.method))
        found.set(pattern.route.method, { route: pattern.route, params });
    }
    return found;
  };
}

function toPattern<Route extends Line>(route: Route): Pattern<Route> {
  const segments = route.path.split('/');
  return { route, segments, params: segments.filter(isParam).length };
}

function paramsOf(
  { segments }: Pick<Pattern<Line>, 'segments'>,
  given: readonly string[],
): Record<string, string> | null {
  if (segments.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? '';
    if (!isParam(segment)) {
      if (segment !== value) return null;
      continue;
    }
    const decoded = decode(value);
    if (!decoded) return null;
    params[segment.slice(1, -1)] = decoded;
  }
  return params;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
