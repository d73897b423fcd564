import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { MarkInError } from '#components/records/mark-in-error';
import { isEnteredInError, type RecordRight, type RecordView } from '#components/records/record';
import { ButtonLink } from '#components/ui/button-link';
import { paths } from '#lib/platform/paths';
import type { CorrectionRequest } from './request';

interface OwnRecordActionsProps {
  record: RecordView & { can: { amend_own: RecordRight } };
  requests: readonly CorrectionRequest[];
  markInError: FormAction;
}

/** Patients correct what they have reported; of everything else they ask for a correction, one at a time. */
export function OwnRecordActions({ record, requests, markInError }: OwnRecordActionsProps) {
  const [t, health] = [useTranslations('requests.correction'), useTranslations('requests.health')];
  const { id, title } = record;
  if (record.can.amend_own.allowed) {
    return (
      <>
        <MarkInError own text={title} action={markInError} href={paths.patient.recordInError(id)} />
        <ButtonLink href={paths.patient.editRecord(id)} tone="secondary">
          {health('edit')}
        </ButtonLink>
      </>
    );
  }
  if (isEnteredInError(record) || requests.some(({ status }) => status === 'requested')) return null;
  return (
    <ButtonLink href={paths.patient.askCorrection(id)} tone="secondary">
      {t('open')}
    </ButtonLink>
  );
}
