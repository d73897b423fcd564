import { type ClosedView, hatched, useClosedWords } from './closed-time';

/** Time that nobody is offered, in the day. */
export function AgendaClosed({ closed, zone, time }: { closed: ClosedView; zone: string; time: string }) {
  const { what, when } = useClosedWords(zone)(closed);
  return (
    <li
      className={`grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2 px-4 py-1.5 tabular-nums md:gap-x-3 ${hatched}`}
    >
      <span>{when === null ? '' : time}</span>
      <span>
        <span className="rounded-field bg-surface px-1.5 py-0.5">
          {[what, when].filter(Boolean).join(', ')}
        </span>
      </span>
    </li>
  );
}
