import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/ui/notice';
import { Section } from '#components/ui/section';
import { OwnWaits } from '#components/waiting/own-waits';
import { listWaits } from '#lib/operations/waiting-list/list';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { answerOffered, leaveList } from './waiting-actions';

interface WaitsSectionProps {
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId: string | undefined;
  mayBook: boolean;
  done: string | undefined;
}

const told = ['waiting', 'left', 'declined'] as const;

/** What is waited for, where it is anything. */
export async function WaitsSection({ patientId, mayBook, done }: WaitsSectionProps) {
  const [{ zone, own_zone, now }, { items }, t] = await Promise.all([
    personOf('patient'),
    query(listWaits, { ...(patientId && { patient_id: patientId }) }),
    getTranslations('waiting'),
  ]);
  const said = told.find((each) => each === done);
  const actions = {
    answer: (id: string) => answerOffered.bind(null, id, patientId),
    leave: (id: string) => leaveList.bind(null, id, patientId),
  };
  return (
    <>
      {said && <Notice tone="ok" role="status" title={t(`done.${said}`)} />}
      {items.length > 0 && (
        <Section id="waiting" title={t('title')}>
          <OwnWaits
            waits={items}
            zone={zone}
            ownZone={own_zone}
            now={now}
            actions={mayBook ? actions : null}
          />
        </Section>
      )}
    </>
  );
}
