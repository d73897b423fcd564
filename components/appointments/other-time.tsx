import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { NearestTimes } from './nearest-times';

interface OtherTimeProps {
  /** ISO date. */
  date: string;
  action: FormAction;
}

/** For staff: a time that is not offered, beside another visit on purpose where there is a reason. */
export function OtherTime({ date, action }: OtherTimeProps) {
  const t = useTranslations('appointments');
  const fields = { date: t('move.date'), time: t('move.time'), overbook_reason: t('overbook.reason') };
  return (
    <Card as="section" labelledBy="other-time" className="flex flex-col gap-3">
      <h2 id="other-time">{t('overbook.title')}</h2>
      <Form id="book-at" action={action} fields={fields}>
        <TextField name="date" type="date" label={fields.date} defaultValue={date} required />
        <TextField name="time" type="time" label={fields.time} required />
        <TextField
          name="overbook_reason"
          label={fields.overbook_reason}
          hint={t('overbook.hint')}
          optionalLabel={t('book.optional')}
          maxLength={500}
        />
        <SubmitButton tone="secondary" pendingLabel={t('book.pending')}>
          {t('overbook.submit')}
        </SubmitButton>
        <NearestTimes title={t('book.nearest')} />
      </Form>
    </Card>
  );
}
