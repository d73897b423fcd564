export interface ServiceView {
  service_name: string | null;
  service_colour: string | null;
}

const bars: Readonly<Record<string, string>> = {
  green: 'bg-service-green',
  blue: 'bg-service-blue',
  violet: 'bg-service-violet',
  amber: 'bg-service-amber',
  rose: 'bg-service-rose',
  slate: 'bg-service-slate',
};

/** The colour of what a visit is booked as, along its edge; its name stands beside. */
export function ServiceMark({ colour }: { colour: string | null }) {
  return <span aria-hidden className={`w-1 shrink-0 ${(colour && bars[colour]) || 'bg-transparent'}`} />;
}
