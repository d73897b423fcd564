/** Initials beside the name that says who it is, so it is hidden from screen readers. */
export function Avatar({ initials }: { initials: string }) {
  return (
    <span
      aria-hidden
      className="card-edge inline-flex size-9 shrink-0 items-center justify-center rounded-pill bg-primary-soft text-sm font-bold text-primary-ink dense:size-8 dense:text-xs"
    >
      {initials}
    </span>
  );
}
