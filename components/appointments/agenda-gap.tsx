/** Free time between two visits. */
export function AgendaGap({ time, text }: { time: string; text: string }) {
  return (
    <li className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2 bg-sunken md:gap-x-3 px-4 py-1.5 text-muted tabular-nums">
      <span>{time}</span>
      <span>{text}</span>
    </li>
  );
}
