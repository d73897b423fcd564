import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApprovalDetail } from '#components/approvals/approval-detail';
import { DecideForm } from '#components/approvals/decide-form';
import { Notice } from '#components/ui/notice';
import { getApproval } from '#lib/operations/approvals/get';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { decide } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('approvals'))('one') };
}

interface ApprovalPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function ApprovalPage({ params, searchParams }: ApprovalPageProps) {
  const [{ zone, now }, { id }, { done }, t] = await Promise.all([
    personOf('admin'),
    params,
    queryOf(searchParams),
    getTranslations('approvals'),
  ]);
  const approval = await query(getApproval, { id });
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <ApprovalDetail approval={approval} zone={zone} now={now} />
      {(done === 'approved' || done === 'refused') && (
        <Notice tone="ok" role="status">
          {t(`done.${done}`)}
        </Notice>
      )}
      <DecideForm approval={approval} action={decide.bind(null, id)} />
    </div>
  );
}
