import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { NearestTimes } from './nearest-times';
import { useOwnClock } from './own-clock';
import { SlotLabel, slotColumns } from './slot-label';

interface SlotButtonsProps {
  /** Unique on the page. */
  id: string;
  slots: readonly { starts_at: string }[];
  zone: string;
  /** By whose clock the reader wants to read, where they have chosen one; else their browser's is shown beside. */
  ownZone: string | null;
  /** Posts `scheduled_at`: keeps the time free while it is reviewed. */
  action: FormAction;
  /** Of several days, so that each time needs its own. */
  withDay?: boolean;
}

/** Times as buttons: each keeps its time and leads to the review. */
export function SlotButtons({ id, slots, zone, ownZone, action, withDay = false }: SlotButtonsProps) {
  const t = useTranslations('appointments.book');
  const own = useOwnClock(ownZone);
  return (
    <Form id={id} action={action}>
      <NearestTimes title={t('nearest')} own={own} />
      <ul className={`grid gap-2 ${slotColumns(withDay || ownZone !== null)}`}>
        {slots.map(({ starts_at }) => (
          <li key={starts_at}>
            <SubmitButton
              name="scheduled_at"
              value={starts_at}
              tone="secondary"
              className="w-full flex-col gap-0 tabular-nums"
            >
              <SlotLabel at={starts_at} zone={zone} ownZone={ownZone} withDay={withDay} />
            </SubmitButton>
          </li>
        ))}
      </ul>
    </Form>
  );
}
