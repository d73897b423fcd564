import { Video } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { AgendaVisit } from './visit';

/** As what it is booked, and where: by video, in which room, beside another on purpose. */
export function VisitPlace({ visit }: { visit: AgendaVisit }) {
  const t = useTranslations('appointments');
  const { service_name, room_name, mode, overbooked, questions } = visit;
  const parts = [
    ...[service_name, room_name, overbooked ? t('agenda.overbooked') : null],
    questions === 'none' ? null : t(`questions.day.${questions}`),
  ].filter(Boolean);
  if (parts.length === 0 && mode !== 'video') return null;
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-xs text-muted">
      {mode === 'video' && (
        <span className="inline-flex shrink-0 items-center gap-1">
          <Video aria-hidden className="size-3.5" />
          {t('agenda.video')}
        </span>
      )}
      <span className="truncate">{parts.join(' · ')}</span>
    </span>
  );
}
