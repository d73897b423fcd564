import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';
import type { DoctorView } from './doctor-choice';

interface BookingReviewProps {
  doctor: DoctorView;
  startsAt: string;
  minutes: number;
  zone: string;
  /** Posts `doctor_id`, `scheduled_at`, `notes`. */
  action: FormAction;
  /** Back to the times of that day. */
  changeHref: string;
}

/** Last step: everything once more, and one button that says what it does. */
export function BookingReview({ doctor, startsAt, minutes, zone, action, changeHref }: BookingReviewProps) {
  const t = useTranslations('appointments');
  const format = formatter(useLocale(), zone);
  const facts = [
    { term: t('field.when'), value: `${format.longDate(startsAt)}, ${format.time(startsAt)}` },
    { term: t('field.doctor'), value: <bdi>{doctor.display_name}</bdi> },
    { term: t('field.where'), value: doctor.clinic_name },
    { term: t('field.length'), value: t('minutes', { minutes }) },
  ];
  return (
    <Card>
      <Form id="booking" action={action}>
        <DescriptionList items={facts} missing={t('notRecorded')} columns={2} />
        <input type="hidden" name="doctor_id" value={doctor.id} />
        <input type="hidden" name="scheduled_at" value={startsAt} />
        <TextAreaField
          name="notes"
          label={t('book.notes')}
          hint={t('book.notesHint')}
          optionalLabel={t('book.optional')}
          maxLength={2000}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton pendingLabel={t('book.pending')}>{t('book.submit')}</SubmitButton>
          <ButtonLink href={changeHref} tone="quiet">
            {t('book.change')}
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
