import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';
import { TimeChoice } from './time-choice';
import { minutesOf } from './visit-length';

export interface Slot {
  starts_at: string;
  ends_at: string;
}

interface BookingReviewProps {
  /** Whom one meets, and as what: the doctor for a patient, the patient for a doctor. */
  who: { term: string; name: string };
  clinicName: string | null;
  slot: Slot;
  /** The other free times of that day, offered when this one turns out to be taken. */
  others: readonly Slot[];
  zone: string;
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
  others,
  zone,
  action,
  draft,
  notesHint,
}: BookingReviewProps) {
  const t = useTranslations('appointments');
  const format = formatter(useLocale(), zone);
  const { starts_at: startsAt, ends_at } = slot;
  const minutes = minutesOf({ scheduled_at: startsAt, ends_at });
  const facts = [
    { term: t('field.when'), value: `${format.longDate(startsAt)}, ${format.time(startsAt)}` },
    { term: who.term, value: <bdi>{who.name}</bdi> },
    { term: t('field.where'), value: clinicName },
    { term: t('field.length'), value: t('minutes', { minutes }) },
  ];
  return (
    <Card>
      <Form id="booking" action={action} draft={draft} fields={{ notes: t('book.notes') }}>
        <DescriptionList items={facts} missing={t('notRecorded')} columns={2} />
        <TimeChoice
          startsAt={startsAt}
          others={others.map(({ starts_at }) => ({ value: starts_at, label: format.time(starts_at) }))}
          labels={{ legend: t('book.other'), none: t('book.otherNone') }}
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
