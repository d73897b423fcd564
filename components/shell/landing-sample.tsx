import { Eye, ShieldX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { RangeBar } from '#components/ui/range-bar';
import { rangeScale } from '#components/ui/range-scale';

const target = 48;
const scale = rangeScale(42, { low: null, high: target });

const looks = [
  { key: 'seen', tone: 'neutral', icon: Eye },
  { key: 'refused', tone: 'danger', icon: ShieldX },
] as const;

/** What one gets: a result as patients read it, and its lines in the audit log. Made up, and a drawing to screen readers. */
export function LandingSample() {
  const t = useTranslations('landing.sample');
  return (
    <div aria-hidden="true" className="flex flex-col gap-4">
      <Card>
        <p className="flex items-start justify-between gap-3">
          <span className="font-semibold">{t('test')}</span>
          <Badge tone="ok">{t('reading')}</Badge>
        </p>
        <div className="mt-3 grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-6">
          <p className="tabular-nums">
            <span className="block text-2xl font-bold">{t('value')}</span>
            <span className="text-sm text-muted">{t('unit')}</span>
          </p>
          <div className="px-2 pt-1">
            {scale && <RangeBar scale={scale} tone="ok" label={t('reading')} tickLabel={() => t('target')} />}
          </div>
        </div>
        <p className="mt-1 text-base text-muted">{t('says')}</p>
      </Card>
      <Card as="ul" flush className="lg:ms-10">
        {looks.map(({ key, tone, icon: Icon }) => (
          <li key={key} className="flex items-center gap-4 px-5 py-3.5 sm:px-6">
            <Icon className={`size-5 shrink-0 ${tone === 'danger' ? 'text-danger' : 'text-primary'}`} />
            <span className="min-w-0 flex-1">
              <span className="block text-base font-semibold">{t(`looks.${key}.who`)}</span>
              <span className="block text-sm text-muted">{t(`looks.${key}.what`)}</span>
            </span>
            <Badge tone={tone}>{t(`looks.${key}.outcome`)}</Badge>
          </li>
        ))}
      </Card>
    </div>
  );
}
