import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type NoticeTone = 'info' | 'ok' | 'warn' | 'danger';

const looks = {
  info: { icon: Info, box: 'bg-info-soft text-info-ink' },
  ok: { icon: CircleCheck, box: 'bg-ok-soft text-ok-ink' },
  warn: { icon: TriangleAlert, box: 'bg-warn-soft text-warn-ink' },
  danger: { icon: TriangleAlert, box: 'bg-danger-soft text-danger-ink' },
} as const;

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  /** `status` when it answers what the person just did, so that it is read out. */
  role?: 'status' | 'alert';
  children?: ReactNode;
}

/** A message that stays on the page. */
export function Notice({ tone = 'info', title, role, children }: NoticeProps) {
  const { icon: Icon, box } = looks[tone];
  return (
    <div role={role} className={`card-edge flex gap-3 rounded-field px-4 py-3 dense:px-3 dense:py-2 ${box}`}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 dense:size-4" />
      <div className="min-w-0">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
