import { useLocale } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { formatter } from '#lib/i18n/format';
import { SlotLabel, slotColumns } from './slot-label';

interface SlotLinksProps {
  slots: readonly { starts_at: string }[];
  zone: string;
  /** For a patient who is signed in: by whose clock they read, null where they have chosen none. */
  ownZone?: string | null;
  /** The review page of a time. */
  hrefOf: (startsAt: string) => string;
}

/** Times as links: each leads to its review. */
export function SlotLinks({ slots, zone, ownZone, hrefOf }: SlotLinksProps) {
  const format = formatter(useLocale(), zone);
  return (
    <ul className={`grid gap-2 ${slotColumns(Boolean(ownZone))}`}>
      {slots.map(({ starts_at: at }) => (
        <li key={at}>
          <ButtonLink href={hrefOf(at)} tone="secondary" className="w-full flex-col gap-0 tabular-nums">
            {ownZone === undefined ? format.time(at) : <SlotLabel at={at} zone={zone} ownZone={ownZone} />}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
