import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { ImportSummary } from './import-view';

const tones: Readonly<Record<ImportSummary['state'], BadgeTone>> = {
  queued: 'neutral',
  running: 'info',
  done: 'ok',
  failed: 'danger',
  cancelled: 'neutral',
};

export function ImportState({ state }: Pick<ImportSummary, 'state'>) {
  const t = useTranslations('imports');
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
