import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { PageHeader } from '#components/ui/page-header';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';
import type { ApprovalView } from './approval';
import { ApprovalStatus } from './approval-status';
import { useApprovalWords } from './approval-words';
import { WaitingTime } from './waiting-time';

interface ApprovalDetailProps {
  approval: ApprovalView;
  zone: string;
  now: string;
}

/** Who, what, why and when. */
export function ApprovalDetail({ approval, zone, now }: ApprovalDetailProps) {
  const t = useTranslations('approvals');
  const format = formatter(useLocale(), zone);
  const at = (moment: string | null) => moment && format.dateTime(moment);
  const { person, doctor, requested_by, decided_by, identity_check, status } = approval;
  const newDoctor = doctor
    ? (['display_name', 'speciality', 'site'] as const).map((key) => ({
        term: t(`field.${key}`),
        value: <bdi>{doctor[key]}</bdi>,
      }))
    : [];
  const signed = ({ name }: { name: string }, moment: string | null) => (
    <>
      <bdi>{name}</bdi>, {at(moment)}
    </>
  );
  return (
    <>
      <PageHeader
        title={useApprovalWords()(approval)}
        back={{ href: paths.admin.approvals, label: t('title') }}
        actions={<ApprovalStatus {...approval} />}
      />
      <WaitingTime approval={approval} zone={zone} now={now} />
      <Card>
        <DescriptionList
          missing={t('missing')}
          items={[
            {
              term: t('field.person'),
              value: (
                <>
                  <TextLink href={paths.admin.person(person.id)}>
                    <bdi>{person.name}</bdi>
                  </TextLink>{' '}
                  <span className="font-normal text-muted wrap-anywhere">{person.email}</span>
                </>
              ),
            },
            {
              term: t('field.reason'),
              value: <span className="whitespace-pre-line">{approval.reason}</span>,
            },
            ...newDoctor,
            ...(identity_check
              ? [{ term: t('field.identity'), value: t(`identity.${identity_check}`) }]
              : []),
            { term: t('field.requested'), value: signed(requested_by, approval.created_at) },
            ...(decided_by
              ? [{ term: t('field.decided'), value: signed(decided_by, approval.decided_at) }]
              : []),
            ...(status === 'requested' ? [{ term: t('field.expires'), value: at(approval.expires_at) }] : []),
            ...(approval.done_at ? [{ term: t('field.done'), value: at(approval.done_at) }] : []),
          ]}
        />
      </Card>
    </>
  );
}
