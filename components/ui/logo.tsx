/** The shield and the name. The shield is drawn, not loaded, so it follows the theme. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-lg font-bold tracking-tight dense:text-base">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7">
        <path className="fill-primary" d="M16 2.5 27 6.4v9c0 7-4.6 11.8-11 14.1C9.6 27.2 5 22.4 5 15.4v-9z" />
        <path
          className="stroke-on-primary"
          d="M16 9.5v11M10.5 15h11"
          strokeWidth="3.2"
          strokeLinecap="round"
        />
      </svg>
      <bdi>MediSecure</bdi>
    </span>
  );
}
