import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { RangeBar } from '#components/ui/range-bar';
import { TextLink } from '#components/ui/text-link';
import { valueCounts } from '#lib/domain/counting-value';
import { formatter } from '#lib/i18n/format';
import { unitText } from '#lib/i18n/unit-text';
import { readLab } from './lab-reading';
import { LabTrend } from './lab-trend';
import { labValue } from './lab-value';
import { RangeWords } from './range-words';
import { isPreliminary, type LabRecord, type LabResultView } from './record';
import { RecordBadge } from './record-badge';
import { recordDate } from './record-date';
import { useRecordTitle } from './record-title';

interface LabResultProps {
  record: LabRecord;
  zone: string;
  /** Leads from the name to the record. */
  href?: string;
  /** On its own page the name stands above already. */
  titled?: boolean;
  /** Its day, where it stands among results of other days. */
  dated?: boolean;
  /** The same test the time before: "Down from 61 on 3 May." */
  previous?: LabRecord | null;
}

/** One result: name, word and colour, value and unit, range bar, one sentence. */
export function LabResult({ record, zone, href, titled = true, dated = false, previous }: LabResultProps) {
  const t = useTranslations('records');
  const format = formatter(useLocale(), zone);
  const { content } = record;
  const name = useRecordTitle()(record);
  const reading = readLab(record);
  const counts = valueCounts(record);
  const value = counts ? labValue(content, format) : null;
  const status = reading.key && t(`flag.${reading.key}`);
  return (
    <div>
      <div className="flex items-start justify-between gap-3">
        {titled && (
          <LabName
            name={name}
            href={href}
            date={dated && record.occurred_at ? recordDate(record.occurred_at, format) : null}
          />
        )}
        <span className="flex flex-wrap justify-end gap-2 empty:hidden">
          {status && <Badge tone={reading.tone}>{status}</Badge>}
          {isPreliminary(record) && <Badge>{t('short.preliminary')}</Badge>}
          {!counts && <RecordBadge record={record} />}
        </span>
      </div>
      <div className="mt-2 grid grid-cols-[minmax(5.5rem,auto)_minmax(0,1fr)] items-start gap-x-6 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
        <p className="tabular-nums">
          <span className="block text-2xl font-bold wrap-break-word dense:text-xl">
            {value ?? t('noValue')}
          </span>
          {counts && content.unit && (
            <span className="text-sm text-muted dense:text-xs">{unitText(content.unit)}</span>
          )}
        </p>
        {counts && reading.scale && (
          <div className="px-2 pt-1">
            <RangeBar
              scale={reading.scale}
              tone={reading.tone}
              label={t('barLabel', { name: name.plain, value: value ?? '', status: status ?? '' })}
              tickLabel={(limit) => format.number(literalOf(limit, content.reference_range))}
            />
          </div>
        )}
      </div>
      <p className="mt-1 text-base text-muted dense:text-sm">
        <RangeWords range={content.reference_range} format={format} />{' '}
        {previous && <LabTrend content={content} previous={previous} format={format} />}
      </p>
    </div>
  );
}

/** The limit as the laboratory wrote it: 4.0 is not 4. */
function literalOf(limit: number, range: LabResultView['reference_range']) {
  return (
    [range?.low, range?.high].find((written) => written !== undefined && Number(written) === limit) ?? limit
  );
}

interface LabNameProps {
  name: { plain: string; medical: string | null };
  href: string | undefined;
  date: string | null;
}

function LabName({ name, href, date }: LabNameProps) {
  return (
    <div className="min-w-0">
      <h3 className="font-semibold wrap-break-word">
        {href ? (
          <TextLink href={href} look="plain">
            {name.plain}
          </TextLink>
        ) : (
          name.plain
        )}
      </h3>
      {(name.medical || date) && (
        <p className="text-sm text-muted wrap-break-word dense:text-xs">
          {[name.medical, date].filter(Boolean).join(' · ')}
        </p>
      )}
    </div>
  );
}
