import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { type Description, DescriptionList } from '#components/ui/description-list';
import { EmailText } from '#components/ui/email-text';
import { PageHeader } from '#components/ui/page-header';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';
import type { AuditEventView } from './audit-event';
import { ActionName, ActorName, ResourceName } from './audit-words';
import { Outcome } from './outcome';

const mono = (text: string | number | null) =>
  text === null ? null : <span className="font-mono wrap-anywhere">{text}</span>;

/** Only what was refused has a reason, and not every act has an object. */
const known = (item: Description): Description[] => (item.value === null ? [] : [item]);

export function AuditEventDetail({ event, zone }: { event: AuditEventView; zone: string }) {
  const t = useTranslations('audit');
  const format = formatter(useLocale(), zone);
  const reason = `reason.${event.reason_code}` as 'reason.not_found';
  const items: Description[] = [
    {
      term: t('column.time'),
      value: `${format.date(event.timestamp)}, ${format.timeWithSeconds(event.timestamp)}`,
    },
    { term: t('column.who'), value: <ActorName event={event} /> },
    { term: t('field.email'), value: event.user_email && <EmailText>{event.user_email}</EmailText> },
    { term: t('column.what'), value: <ActionName event={event} /> },
    { term: t('column.on'), value: event.resource_type && <ResourceName event={event} /> },
    { term: t('column.outcome'), value: <Outcome event={event} /> },
    ...known({
      term: t('field.reason'),
      value: event.reason_code && (t.has(reason) ? t(reason) : event.reason_code),
    }),
    { term: t('column.address'), value: mono(event.ip_address) },
    { term: t('field.status'), value: mono(event.response_status) },
    { term: t('field.device'), value: mono(event.user_agent) },
    ...known({ term: t('field.object'), value: mono(event.resource_id) }),
    { term: t('field.event'), value: mono(event.id) },
    { term: t('field.request'), value: mono(event.request_id) },
  ];
  return (
    <article className="flex flex-col gap-4">
      <PageHeader
        title={<ActionName event={event} />}
        kicker={t('event')}
        back={{ href: paths.admin.audit, label: t('back') }}
      />
      <Card className="flex flex-col gap-5">
        <DescriptionList items={items} missing={t('notRecorded')} columns={2} />
        {event.user_id && (
          <p>
            <TextLink href={paths.admin.auditOf({ user_id: event.user_id })}>{t('sameUser')}</TextLink>
          </p>
        )}
      </Card>
    </article>
  );
}
