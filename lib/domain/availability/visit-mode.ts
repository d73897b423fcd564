import type { VisitMode } from './calendar';

/** In which ways something is given. */
export type Modes = Readonly<Record<VisitMode, boolean>>;

/** What is wished of a service: the one way in which it is given where nothing else is said; null where either would do. */
export function wishedMode(mode: VisitMode | null | undefined, service: Modes): VisitMode | null {
  if (mode) return mode;
  if (service.in_person && service.video) return null;
  return modeOf(null, service);
}

/** How a visit takes place: as is wished, and where either would do in person, if it can. */
export const modeOf = (wished: VisitMode | null, hours: Modes): VisitMode =>
  wished ?? (hours.in_person ? 'in_person' : 'video');
