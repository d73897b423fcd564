import { ReviewForm } from '#components/records/review-form';
import type { getRecord } from '#lib/operations/records/get';
import { paths } from '#lib/platform/paths';
import { formDraft } from '../../../../../form-draft';
import { ResultStory } from '../../../../../result-story';
import { review } from './actions';

type DoctorRecord = NonNullable<NonNullable<(typeof getRecord)['types']>['output']>;

/** Under a result in the chart; where it waits for a doctor, with what they have to say of it. */
export async function ResultReview({ record, zone }: { record: DoctorRecord; zone: string }) {
  const { id, patient_id, version, stage, release } = record;
  const waits = (record.review === 'pending' || record.review === 'critical') && stage !== 'entered_in_error';
  return (
    <ResultStory record={record} zone={zone} hrefOf={(each) => paths.doctor.record(patient_id, each.id)}>
      {waits && (
        <ReviewForm
          critical={record.review === 'critical'}
          release={release}
          action={review.bind(null, { patient_id, id, version, stage })}
          draft={await formDraft(`result.review:${id}`)}
        />
      )}
    </ResultStory>
  );
}
