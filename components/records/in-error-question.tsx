import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { CannotAmend } from './cannot-amend';
import { MarkInErrorForm } from './mark-in-error';
import type { RecordRight, RecordView } from './record';
import { useRecordTitle } from './record-title';

interface InErrorQuestionProps {
  record: RecordView & { can: { mark_in_error: RecordRight } };
  action: FormAction;
  keepHref: string;
  own?: boolean;
}

/** The page that asks before a record is marked as an error. */
export function InErrorQuestion({ record, action, keepHref, own }: InErrorQuestionProps) {
  const t = useTranslations('records');
  const { allowed, reason } = record.can.mark_in_error;
  return (
    <Card className="flex max-w-xl flex-col gap-4">
      <h1 className="text-xl font-bold wrap-break-word">
        {t('markInError.title', { text: useRecordTitle()(record).plain })}
      </h1>
      {allowed ? <MarkInErrorForm action={action} own={own} /> : <CannotAmend reason={reason} />}
      <ButtonLink href={keepHref} tone="secondary">
        {allowed ? t('markInError.keep') : t('title.record')}
      </ButtonLink>
    </Card>
  );
}
