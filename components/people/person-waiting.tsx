import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

interface PersonWaitingProps {
  approvals: readonly { id: string; kind: 'recovery' | 'grant_role' }[];
}

/** What has been asked for about this account and is not over. */
export function PersonWaiting({ approvals }: PersonWaitingProps) {
  const t = useTranslations('person.waiting');
  return approvals.map(({ id, kind }) => (
    <Notice key={id} title={t(kind)}>
      <TextLink href={paths.admin.approval(id)}>{t('open')}</TextLink>
    </Notice>
  ));
}
