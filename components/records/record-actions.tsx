import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { MarkInError } from './mark-in-error';
import type { RecordRight, RecordView } from './record';
import { useRecordTitle } from './record-title';

interface RecordActionsProps {
  record: RecordView & { can: { amend: RecordRight; mark_in_error: RecordRight } };
  amendHref: string;
  inErrorHref: string;
  markInError: FormAction;
}

/** What the reader may do to a record; where it is nothing, why. */
export function RecordActions({ record, amendHref, inErrorHref, markInError }: RecordActionsProps) {
  const t = useTranslations('records');
  const text = useRecordTitle()(record).plain;
  const { amend, mark_in_error: inError } = record.can;
  if (!amend.allowed && !inError.allowed) {
    return amend.reason && <p className="max-w-sm text-muted">{t(`amendOff.${amend.reason}`)}</p>;
  }
  return (
    <>
      {inError.allowed && <MarkInError text={text} action={markInError} href={inErrorHref} />}
      {amend.allowed && (
        <ButtonLink href={amendHref} tone="secondary">
          {t('amend')}
        </ButtonLink>
      )}
    </>
  );
}
