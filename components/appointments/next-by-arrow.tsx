interface Spot {
  dataset: { date?: string | undefined };
  getBoundingClientRect(): { top: number };
}

/**
 * The visit that an arrow leads to: up and down in the order of time, in a week also to the nearest visit of the next day
 * before or after that has one. From outside of the visits it leads to the first.
 */
export function nextVisitOf<Visit extends Spot>(
  key: string,
  visits: readonly Visit[],
  current: unknown,
): Visit | undefined {
  const isOn = visits.indexOf(current as Visit);
  if (key === 'ArrowDown') return visits[isOn + 1];
  if (key === 'ArrowUp') return visits[isOn - 1];
  const here = visits[isOn];
  if (!here?.dataset.date || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return undefined;
  const day = here.dataset.date;
  const beyond = visits.filter(({ dataset: { date = '' } }) =>
    key === 'ArrowRight' ? date > day : date < day,
  );
  const next = key === 'ArrowRight' ? beyond[0] : beyond.at(-1);
  const away = (each: Visit) => Math.abs(each.getBoundingClientRect().top - here.getBoundingClientRect().top);
  return beyond
    .filter(({ dataset }) => dataset.date === next?.dataset.date)
    .sort((a, b) => away(a) - away(b))[0];
}

/** The page before or after, where an arrow to the side leads to none of its visits. */
export function pageByArrow(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { previousHref, nextHref }: { previousHref: string; nextHref: string },
): string | undefined {
  // With Shift it selects text.
  if (shiftKey) return undefined;
  return key === 'ArrowLeft' ? previousHref : key === 'ArrowRight' ? nextHref : undefined;
}
