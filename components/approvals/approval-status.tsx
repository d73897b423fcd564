import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { ApprovalView } from './approval';

const tones: Record<ApprovalView['status'], BadgeTone> = {
  requested: 'warn',
  approved: 'info',
  refused: 'danger',
  expired: 'neutral',
  done: 'ok',
};

/** Where it stands, in one or two words. */
export function ApprovalStatus({ status, objected }: Pick<ApprovalView, 'status' | 'objected'>) {
  const t = useTranslations('approvals.status');
  return <Badge tone={tones[status]}>{t(objected ? 'objected' : status)}</Badge>;
}
