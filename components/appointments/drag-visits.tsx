import { type Column, dropPlace, type Place, type ShownHours } from './drop-place';

interface Held {
  /** The page that moves the visit. */
  readonly moveHref: string;
  readonly height: number;
  readonly from: { x: number; y: number };
  /** From its upper edge to where it is held. */
  readonly offset: number;
  /** A press that goes nowhere is a click. */
  isMoving: boolean;
  isCancelled: boolean;
  place: Place | null;
}

const threshold = 6;

/** The days, where they stand side by side: on a narrow screen nothing is dragged. */
function columns(): Column[] {
  const days = [...document.querySelectorAll<HTMLElement>('main ol[data-day]')];
  if (days.some((day) => getComputedStyle(day).position !== 'relative')) return [];
  return days.map((day) => ({ date: day.dataset.day ?? '', box: day.getBoundingClientRect() }));
}

function hold(event: PointerEvent): Held | null {
  // A finger scrolls.
  if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return null;
  const visit = event.target.closest<HTMLElement>('main [data-move]');
  const moveHref = visit?.dataset.move;
  if (!visit || !moveHref || columns().length === 0) return null;
  const { top, height } = visit.getBoundingClientRect();
  const from = { x: event.clientX, y: event.clientY };
  return { moveHref, height, from, offset: from.y - top, isMoving: false, isCancelled: false, place: null };
}

function show(ghost: HTMLElement, { place, height }: Held): void {
  ghost.hidden = place === null;
  if (!place) return;
  const { left, right } = place.column.box;
  Object.assign(ghost.style, {
    left: `${left}px`,
    width: `${right - left}px`,
    top: `${place.top}px`,
    height: `${height}px`,
  });
  ghost.textContent = place.time;
}

/** The press that ends a drag opens nothing. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
}

/** Visits of the week are dragged by the mouse. What is dropped opens the page that asks whether it is to move there. */
export function dragVisits(ghost: HTMLElement, hours: ShownHours, open: (href: string) => void): () => void {
  const { signal, abort } = controller();
  let held: Held | null = null;
  const on = <K extends keyof DocumentEventMap>(type: K, act: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, act, { signal });
  const letGo = () => {
    const last = held;
    held = null;
    ghost.hidden = true;
    return last;
  };
  on('pointerdown', (event) => {
    held = hold(event);
  });
  // The browser would drag the link itself.
  on('dragstart', (event) => held && event.preventDefault());
  on('pointermove', ({ clientX: x, clientY: y }) => {
    if (!held || held.isCancelled) return;
    held.isMoving ||= Math.hypot(x - held.from.x, y - held.from.y) >= threshold;
    if (!held.isMoving) return;
    held.place = dropPlace(columns(), hours, { x, y: y - held.offset });
    show(ghost, held);
  });
  on('pointerup', () => {
    const dropped = letGo();
    if (!dropped?.isMoving) return;
    swallowClick();
    if (!dropped.place || dropped.isCancelled) return;
    const { date, time } = dropped.place;
    open(`${dropped.moveHref}?${new URLSearchParams({ date, time })}`);
  });
  on('pointercancel', letGo);
  on('keydown', ({ key }) => {
    if (key !== 'Escape' || !held) return;
    held.isCancelled = true;
    ghost.hidden = true;
  });
  return abort;
}

function controller() {
  const own = new AbortController();
  return { signal: own.signal, abort: () => own.abort() };
}
