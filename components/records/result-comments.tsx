import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { formatter } from '#lib/i18n/format';

export interface ResultReview {
  id: string;
  doctor_name: string;
  comment: string | null;
  critical_acknowledged: boolean;
  version: number;
  reviewed_at: string;
}

interface ResultCommentsProps {
  reviews: readonly ResultReview[];
  /** Of the record as it is now. */
  version: number;
  zone: string;
}

/** What doctors have said of a result, and that they have looked at it. */
export function ResultComments({ reviews, version, zone }: ResultCommentsProps) {
  const t = useTranslations('records.reviews');
  const format = formatter(useLocale(), zone);
  if (reviews.length === 0) return null;
  return (
    <Section id="reviews" title={t('title')}>
      <Card as="ul" flush>
        {reviews.map((review) => (
          <li key={review.id} className="flex flex-col gap-1 px-5 py-4 sm:px-6 dense:px-4 dense:py-3">
            {review.comment !== null && (
              <p className="max-w-prose whitespace-pre-line wrap-break-word">
                <bdi>{review.comment}</bdi>
              </p>
            )}
            <p className="text-base text-muted dense:text-sm">
              {t.rich(review.critical_acknowledged ? 'acknowledged' : 'seen', {
                doctor: () => <bdi>{review.doctor_name}</bdi>,
                at: format.dateTime(review.reviewed_at),
              })}
              {review.version < version && ` ${t('earlier')}`}
            </p>
          </li>
        ))}
      </Card>
    </Section>
  );
}
