import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { EmailText } from '#components/ui/email-text';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';
import type { PersonDetail } from './person-detail';

/** Who an account is. Nothing clinical stands here. */
export function PersonFacts({ person, zone }: { person: PersonDetail; zone: string }) {
  const [t, people] = [useTranslations('person'), useTranslations('people')];
  const format = formatter(useLocale(), zone);
  const { id, email, role, is_verified, disabled, created_at, last_sign_in, coming_visits } = person;
  return (
    <Card>
      <DescriptionList
        columns={2}
        missing={t('missing')}
        items={[
          { term: t('email'), value: <EmailText>{email}</EmailText> },
          { term: t('role'), value: people(`role.${role}`) },
          {
            term: t('state'),
            value: disabled ? (
              <Badge tone="danger">{people('disabled')}</Badge>
            ) : is_verified ? (
              <Badge tone="ok">{t('active')}</Badge>
            ) : (
              <Badge tone="warn">{t('invited')}</Badge>
            ),
          },
          ...(person.disabled_reason ? [{ term: t('why'), value: person.disabled_reason }] : []),
          { term: t('since'), value: format.dateTime(created_at) },
          { term: t('lastSignIn'), value: last_sign_in ? format.dateTime(last_sign_in) : t('never') },
          ...(coming_visits > 0 ? [{ term: t('comingVisits'), value: coming_visits }] : []),
          {
            term: t('log'),
            value: <TextLink href={paths.admin.auditOf({ user_id: id })}>{t('events')}</TextLink>,
          },
        ]}
      />
    </Card>
  );
}
