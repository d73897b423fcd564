import type { ReactNode } from 'react';
import { ResultComments } from '#components/records/result-comments';
import { ResultCourse } from '#components/records/result-course';
import { getResultCourse } from '#lib/operations/results/course';
import { query } from '#lib/transport/page';

interface ResultStoryProps {
  record: { id: string; version: number };
  zone: string;
  hrefOf: (record: { id: string }) => string;
  /** What a doctor has to say of it: beside its course, where there is room. */
  children?: ReactNode;
}

/** Under a result: what doctors said of it, what is to be said, and how the test has gone over time. */
export async function ResultStory({ record, zone, hrefOf, children }: ResultStoryProps) {
  const { id, version } = record;
  const { reviews, ...course } = await query(getResultCourse, { id });
  const comments = <ResultComments reviews={reviews} version={version} zone={zone} />;
  const trend = <ResultCourse {...course} currentId={id} zone={zone} hrefOf={hrefOf} />;
  if (!children) {
    return (
      <>
        {comments}
        {trend}
      </>
    );
  }
  return (
    <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23rem]">
      <div className="flex flex-col gap-6 xl:order-last">
        {comments}
        {children}
      </div>
      {trend}
    </div>
  );
}
