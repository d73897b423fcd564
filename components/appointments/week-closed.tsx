import { hatched, useClosedWords } from './closed-time';
import type { PlacedClosed } from './week-days';

const place =
  'lg:absolute lg:inset-x-0 lg:top-[calc((var(--hour)-var(--first)+var(--minute)/60)*4.5rem)] lg:h-[calc((var(--till)-var(--hour)+(var(--rest)-var(--minute))/60)*4.5rem)]';

/** Time that nobody is offered, in the week: behind the visits that stand in it all the same. */
export function WeekClosed({ closed, hour, minute, till, rest, zone }: PlacedClosed & { zone: string }) {
  const { what, when } = useClosedWords(zone)(closed);
  const at = `[--hour:${hour}] [--minute:${minute}] [--till:${till}] [--rest:${rest}]`;
  return (
    <li className={`${at} ${place} ${hatched} overflow-hidden px-1.5 py-0.5 text-xs leading-tight`}>
      <span className="rounded-field bg-surface px-1">
        {what}
        {when && <span className="tabular-nums lg:sr-only">, {when}</span>}
      </span>
    </li>
  );
}
