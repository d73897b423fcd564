import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { SubmitButton } from '#components/ui/submit-button';
import { MarkInError } from './mark-in-error';
import type { RecordRight, RecordView } from './record';
import { useRecordTitle } from './record-title';

interface RecordActionsProps {
  record: RecordView & { can: { amend: RecordRight; sign: RecordRight; mark_in_error: RecordRight } };
  amendHref: string;
  inErrorHref: string;
  addendumHref: string;
  /** A visit's note is often followed by what it prescribes. */
  prescribeHref: string;
  markInError: FormAction;
  sign: FormAction;
}

/** What the reader may do to a record; where it is nothing, why. */
export function RecordActions({ record, amendHref, inErrorHref, ...next }: RecordActionsProps) {
  const t = useTranslations('records');
  const text = useRecordTitle()(record).plain;
  const { amend, sign, mark_in_error: inError } = record.can;
  const mayAdd = amend.reason === 'signed_note';
  if (!amend.allowed && !inError.allowed && !mayAdd) {
    return amend.reason && <p className="max-w-sm text-muted">{t(`amendOff.${amend.reason}`)}</p>;
  }
  return (
    <>
      {inError.allowed && <MarkInError text={text} action={next.markInError} href={inErrorHref} />}
      {mayAdd && (
        <>
          <ButtonLink href={next.addendumHref} tone="secondary">
            {t('addendum.open')}
          </ButtonLink>
          <ButtonLink href={next.prescribeHref} tone="secondary">
            {t('title.create.prescription')}
          </ButtonLink>
        </>
      )}
      {amend.allowed && (
        <ButtonLink href={amendHref} tone="secondary">
          {t('amend')}
        </ButtonLink>
      )}
      {sign.allowed && (
        <Form id="sign" action={next.sign} className="flex flex-col gap-3">
          <SubmitButton pendingLabel={t('sign.pending')}>{t('sign.open')}</SubmitButton>
        </Form>
      )}
    </>
  );
}
