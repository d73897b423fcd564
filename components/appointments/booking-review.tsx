import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { SubmitButton } from '#components/ui/submit-button';
import { useOwnClock } from './own-clock';
import { SameTime } from './same-time';
import { TimeChoice } from './time-choice';
import { useTwoClocks } from './two-clocks';
import { minutesOf } from './visit-length';
import type { VisitMode } from './visit-wish';

export interface Slot {
  starts_at: string;
  ends_at: string;
}

interface BookingReviewProps {
  /** Whom one meets, and as what: the doctor for a patient, the patient for a doctor. */
  who: { term: string; name: string };
  clinicName: string | null;
  slot: Slot;
  /** What for, and by video; where it was chosen. */
  service?: { name: string | null; mode: VisitMode };
  /** How long the time is kept, in words. */
  kept?: ReactNode;
  zone: string;
  /** By whose clock a patient reads, null where they have chosen none; staff read by that of the clinic. */
  ownZone?: string | null;
  /** Posts `scheduled_at` and `notes`. */
  action: FormAction;
  draft: FormDraft;
  notesHint: string;
}

/** Last step: everything once more, and one button that says what it does. */
export function BookingReview({
  who,
  clinicName,
  slot,
  service,
  kept,
  zone,
  ownZone,
  action,
  draft,
  notesHint,
}: BookingReviewProps) {
  const t = useTranslations('appointments');
  const { format } = useTwoClocks(zone, ownZone ?? null);
  const own = useOwnClock(ownZone);
  const { starts_at: startsAt, ends_at } = slot;
  const minutes = minutesOf({ scheduled_at: startsAt, ends_at });
  const facts = [
    {
      term: t('field.when'),
      value: (
        <>
          {`${format.longDate(startsAt)}, ${format.time(startsAt)}`}
          <span className="block text-muted tabular-nums empty:hidden">
            <SameTime at={startsAt} zone={zone} ownZone={ownZone} />
          </span>
        </>
      ),
    },
    { term: who.term, value: <bdi>{who.name}</bdi> },
    { term: t('field.where'), value: clinicName },
    { term: t('field.length'), value: t('minutes', { minutes }) },
    ...(service?.name ? [{ term: t('field.service'), value: service.name }] : []),
    ...(service?.mode === 'video' ? [{ term: t('field.mode'), value: t('book.mode.video') }] : []),
  ];
  return (
    <Card>
      <Form id="booking" action={action} draft={draft} fields={{ notes: t('book.notes') }}>
        <DescriptionList items={facts} missing={t('notRecorded')} columns={2} />
        {kept}
        <TimeChoice
          startsAt={startsAt}
          labels={{ legend: t('book.other'), none: t('book.otherNone') }}
          own={own}
        />
        <TextAreaField
          name="notes"
          label={t('book.notes')}
          hint={notesHint}
          optionalLabel={t('book.optional')}
          maxLength={2000}
        />
        <div>
          <SubmitButton className="max-sm:w-full" pendingLabel={t('book.pending')}>
            {t('book.submit')}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
