import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { formatter } from '#lib/i18n/format';
import { unitText } from '#lib/i18n/unit-text';
import { CourseTable } from './course-table';
import { readLab } from './lab-reading';
import { labValue, labValueWithUnit } from './lab-value';
import type { LabRecord } from './record';
import { recordDate } from './record-date';
import { useRecordTitle } from './record-title';
import { TrendChart } from './trend-chart';
import { type TrendPoint, trendScale } from './trend-scale';

export interface CoursePoint {
  record: LabRecord;
  /** An instant. */
  at: string;
}

export interface CourseSeries {
  unit: string | null;
  /** The oldest first. */
  points: readonly CoursePoint[];
}

interface ResultCourseProps {
  /** One for each unit: they are never drawn in one picture. */
  series: readonly CourseSeries[];
  /** The result whose page it is. */
  currentId: string;
  complete: boolean;
  zone: string;
  hrefOf: (record: LabRecord) => string;
}

/** How a test has gone over time: a picture for each unit in which it was measured, and the same as a table. */
export function ResultCourse({ series, complete, ...shared }: ResultCourseProps) {
  const t = useTranslations('records.course');
  const known = series.reduce((sum, { points }) => sum + points.length, 0);
  if (known < 2) return null;
  return (
    <Section id="course" title={t('title')}>
      <div className="flex flex-col gap-4">
        {series.length > 1 && <p className="text-muted">{t('units')}</p>}
        {series.map((each) => (
          <OneSeries key={each.unit} {...shared} series={each} />
        ))}
        {!complete && <p className="text-muted">{t('incomplete')}</p>}
      </div>
    </Section>
  );
}

type OneSeriesProps = Omit<ResultCourseProps, 'series' | 'complete'> & { series: CourseSeries };

function OneSeries({ series: { unit, points }, currentId, zone, hrefOf }: OneSeriesProps) {
  const t = useTranslations('records.course');
  const titleOf = useRecordTitle();
  const format = formatter(useLocale(), zone);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const scale = trendScale(points.map(pointOf));
  const name = titleOf(last.record).plain;
  const inUnit = unit === null ? t('noUnit', { name }) : t('inUnit', { name, unit: unitText(unit) });
  const recordAt = (index: number) => points[index]?.record ?? last.record;
  const date = ({ record }: CoursePoint) => recordDate(record.occurred_at ?? record.created_at, format);
  return (
    <Card flush>
      {scale && (
        <figure className="px-5 pt-4 pb-3 sm:px-6 dense:px-4">
          <figcaption className="mb-3 font-semibold">{inUnit}</figcaption>
          <TrendChart
            scale={scale}
            label={t('picture', {
              name: inUnit,
              count: points.length,
              from: date(first),
              to: date(last),
              value: labValueWithUnit(last.record.content, format) ?? t('noValue'),
            })}
            toneOf={(index) => readLab(recordAt(index)).tone}
            wordsOf={(index) => labValue(recordAt(index).content, format)}
            tickLabel={(value) => format.number(value)}
          />
          <p aria-hidden className="mt-1 flex justify-between text-sm text-muted tabular-nums">
            <span>{date(first)}</span>
            <span>{date(last)}</span>
          </p>
          {scale.marks.some(({ kind }) => kind !== 'exact') && (
            <p className="mt-1 text-sm text-muted">{t('bounds')}</p>
          )}
        </figure>
      )}
      <CourseTable
        caption={inUnit}
        records={points.map(({ record }) => record).reverse()}
        currentId={currentId}
        format={format}
        hrefOf={hrefOf}
      />
    </Card>
  );
}

const finite = (value: string | number | undefined): number | null => {
  const number = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
};

function pointOf({ record: { content }, at }: CoursePoint): TrendPoint {
  return {
    at: Date.parse(at),
    value: finite(content.value),
    bound: boundOf(content.comparator),
    low: finite(content.reference_range?.low),
    high: finite(content.reference_range?.high),
  };
}

const boundOf = (comparator: string | undefined) =>
  comparator === undefined ? null : comparator.startsWith('<') ? ('below' as const) : ('above' as const);
