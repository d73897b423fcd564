import { useTranslations } from 'next-intl';
import type { ApprovalView } from './approval';

/** What was asked for, in a few words. */
export function useApprovalWords(): (approval: Pick<ApprovalView, 'kind' | 'role'>) => string {
  const [t, people] = [useTranslations('approvals.kind'), useTranslations('people.role')];
  return ({ kind, role }) => (role ? t('grant_role', { role: people(role) }) : t(kind as 'recovery'));
}
