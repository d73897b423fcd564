import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { paths } from '#lib/platform/paths';
import { AbsenceTime } from './absence-time';
import { type ClashView, goingWithAll } from './clash';
import { ClashingVisits } from './clashing-visits';

export interface AbsenceView {
  id: string;
  kind: 'leave' | 'block';
  starts_at: string;
  ends_at: string;
  created_at: string;
  clashes: readonly ClashView[];
}

interface AbsenceListProps {
  absences: readonly AbsenceView[];
  zone: string;
  /** Posts the `id` of the one that is taken back. */
  remove: FormAction;
}

/** Time that is not offered, each with the visits that stand in it until they are moved or cancelled. */
export function AbsenceList({ absences, zone, remove }: AbsenceListProps) {
  const t = useTranslations('hours.away');
  if (absences.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <Card as="ul" flush>
      {absences.map((absence) => (
        <li key={absence.id} className="flex flex-col gap-3 px-4 py-3">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-52">
              <p className="font-semibold tabular-nums">
                <AbsenceTime absence={absence} zone={zone} />
              </p>
              <p className="text-muted">{t(`kind.${absence.kind}`)}</p>
            </div>
            <Form id={`remove-${absence.id}`} action={remove}>
              <input type="hidden" name="id" value={absence.id} />
              <SubmitButton tone="secondary" pendingLabel={t('pending')}>
                {t('remove')}{' '}
                <span className="sr-only">
                  <AbsenceTime absence={absence} zone={zone} />
                </span>
              </SubmitButton>
            </Form>
          </div>
          {absence.clashes.length > 0 && (
            <Clashes absence={absence} zone={zone} canCancel={goingWithAll(absence, absences).length > 0} />
          )}
        </li>
      ))}
    </Card>
  );
}

interface ClashesProps {
  absence: AbsenceView;
  zone: string;
  canCancel: boolean;
}

function Clashes({ absence, zone, canCancel }: ClashesProps) {
  const t = useTranslations('hours.away');
  const { id, clashes } = absence;
  return (
    <Notice tone="warn" title={t('clashes', { count: clashes.length })}>
      <p>{t('solve')}</p>
      <ClashingVisits visits={clashes} zone={zone} />
      {canCancel && (
        <ButtonLink href={paths.doctor.clashingOf(id)} tone="secondary" className="mt-2">
          {t('cancelAllOpen')}{' '}
          <span className="sr-only">
            <AbsenceTime absence={absence} zone={zone} />
          </span>
        </ButtonLink>
      )}
    </Notice>
  );
}
