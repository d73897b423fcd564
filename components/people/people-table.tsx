import { Users } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { type Column, DataTable } from '#components/ui/data-table';
import { EmailText } from '#components/ui/email-text';
import { EmptyState } from '#components/ui/empty-state';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';

export interface PersonView {
  id: string;
  email: string;
  name: string | null;
  role: 'patient' | 'doctor' | 'admin';
  state: 'active' | 'invited' | 'disabled' | 'deleted';
  created_at: string;
}

interface PeopleTableProps {
  people: readonly PersonView[];
  zone: string;
  /** What was looked for; empty for everybody. */
  email: string;
  footer?: ReactNode;
}

/** Accounts. Nothing clinical stands here. */
export function PeopleTable({ people, zone, email, footer }: PeopleTableProps) {
  const t = useTranslations('people');
  const format = formatter(useLocale(), zone);
  if (people.length === 0) {
    return (
      <EmptyState icon={<Users aria-hidden className="size-6" />} title={t('empty.title')}>
        {email ? t('empty.search', { email }) : t('empty.text')}
      </EmptyState>
    );
  }
  const columns: readonly Column<PersonView>[] = [
    {
      key: 'name',
      header: t('column.name'),
      phone: 'lead',
      // A deleted account has no page any more: nothing is left to do to it.
      cell: ({ id, name, state }) =>
        state === 'deleted' ? (
          <bdi className="font-semibold">{name ?? t('unnamed')}</bdi>
        ) : (
          <TextLink
            href={paths.admin.person(id)}
            className="inline-flex min-h-11 items-center font-semibold compact:min-h-6"
          >
            <bdi>{name ?? t('unnamed')}</bdi>
          </TextLink>
        ),
    },
    {
      key: 'email',
      header: t('column.email'),
      cell: ({ email }) => <EmailText>{email}</EmailText>,
    },
    { key: 'role', header: t('column.role'), phone: 'aside', cell: ({ role }) => t(`role.${role}`) },
    {
      key: 'state',
      header: t('column.state'),
      cell: ({ state }) =>
        state === 'active' ? (
          <span className="text-muted">{t('state.active')}</span>
        ) : (
          <Badge tone={state === 'invited' ? 'warn' : 'danger'}>{t(`state.${state}`)}</Badge>
        ),
    },
    {
      key: 'since',
      header: t('column.since'),
      phone: 'hidden',
      cell: ({ created_at }) => <span className="text-muted">{format.date(created_at)}</span>,
    },
    {
      key: 'events',
      header: t('column.events'),
      phone: 'hidden',
      cell: ({ id, name, email }) => (
        <TextLink href={paths.admin.auditOf({ user_id: id })} className="inline-flex min-h-6 items-center">
          {t('events')}
          <span className="sr-only"> {t('eventsOf', { name: name ?? email })}</span>
        </TextLink>
      ),
    },
  ];
  return (
    <Card flush>
      <DataTable caption={t('title')} columns={columns} rows={people} rowKey={(person) => person.id} />
      {footer}
    </Card>
  );
}
