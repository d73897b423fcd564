import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { type Formatter, formatter } from '#lib/i18n/format';
import { recordedValue } from './lab-value';
import { isEnteredInError, type RecordView, type RecordWords } from './record';
import { useRecordSays } from './record-says';

export type RecordVersion = RecordWords & {
  version: number;
  status: string;
  stage: RecordView['stage'];
  title: string;
  author_name: string | null;
  /** Why it was changed; null for the first. */
  reason: string | null;
  recorded_at: string;
};

interface VersionHistoryProps {
  /** Newest first. */
  versions: readonly RecordVersion[];
  zone: string;
}

/** Every version that was ever written: nothing is overwritten. */
export function VersionHistory({ versions, zone }: VersionHistoryProps) {
  const t = useTranslations('records.versions');
  const format = formatter(useLocale(), zone);
  return (
    <Section id="versions" title={t('title', { count: versions.length })}>
      <Card as="ol" flush>
        {versions.map((version, index) => (
          <li key={version.version} className="flex flex-col gap-1 px-5 py-4 dense:px-4 dense:py-3">
            <span className="flex items-center justify-between gap-3">
              <span className="font-semibold">{t('version', { number: version.version })}</span>
              {index === 0 && <Badge tone="primary">{t('current')}</Badge>}
            </span>
            <VersionLines version={version} format={format} />
          </li>
        ))}
      </Card>
    </Section>
  );
}

function VersionLines({ version, format }: { version: RecordVersion; format: Formatter }) {
  const t = useTranslations('records.versions');
  const says = useRecordSays()(version, format);
  const exact = version.record_type === 'lab_result' ? recordedValue(version.content, format) : null;
  const struck = isEnteredInError(version) ? 'line-through' : '';
  return (
    <>
      <span className={`wrap-break-word tabular-nums ${struck}`.trimEnd()}>
        {version.title}
        {says && ` · ${says}`}
        {exact && ` (${exact})`}
      </span>
      {version.reason && (
        <span className="text-muted wrap-break-word">{t('reason', { reason: version.reason })}</span>
      )}
      <span className="text-base text-muted tabular-nums dense:text-xs">
        {format.dateTime(version.recorded_at)}
        {version.author_name && (
          <>
            {' · '}
            <bdi>{version.author_name}</bdi>
          </>
        )}
      </span>
    </>
  );
}
