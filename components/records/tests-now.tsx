import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { type Formatter, formatter } from '#lib/i18n/format';
import { useLabAbout } from './lab-about';
import { type LabGroup, labGroupOf, labGroups } from './lab-groups';
import { readLab } from './lab-reading';
import { LabResult } from './lab-result';
import { inOrderOfUrgency } from './newest-results';
import type { LabRecord } from './record';
import { recordDate } from './record-date';

export interface TestNow {
  record: LabRecord;
  previous: LabRecord | null;
  /** Since when the results have had the flag of the newest. */
  since: string | null;
  count: number;
}

interface TestsNowProps {
  tests: readonly TestNow[];
  zone: string;
  hrefOf: (record: LabRecord) => string;
}

/** The newest result of each test, of those that are read together; groups that need attention come first. */
export function TestsNow({ tests, zone, hrefOf }: TestsNowProps) {
  const t = useTranslations('records.results.group');
  const format = formatter(useLocale(), zone);
  return groupsOf(tests).map(([group, members]) => (
    <Section key={group} id={`group-${group}`} title={t(group)}>
      <Card as="ul" flush>
        {members.map((test) => (
          <li key={test.record.id} className="px-5 py-4 sm:px-6">
            <LabResult
              record={test.record}
              previous={test.previous}
              dated
              zone={zone}
              href={hrefOf(test.record)}
            />
            <Meaning test={test} format={format} />
          </li>
        ))}
      </Card>
    </Section>
  ));
}

function groupsOf(tests: readonly TestNow[]): [LabGroup, TestNow[]][] {
  const sorted = inOrderOfUrgency(tests) as TestNow[];
  const members = (group: LabGroup) => sorted.filter(({ record }) => labGroupOf(record.lab_key) === group);
  const filled = labGroups.map((group): [LabGroup, TestNow[]] => [group, members(group)]);
  const isUrgent = ([, [first]]: [LabGroup, TestNow[]]) =>
    first !== undefined && ['danger', 'warn'].includes(readLab(first.record).tone);
  return [...filled.filter(isUrgent), ...filled.filter((each) => !isUrgent(each))].filter(
    ([, some]) => some.length > 0,
  );
}

/** What the test looks at, in plain words, and how long it has been as it is. */
function Meaning({ test: { record, since, count }, format }: { test: TestNow; format: Formatter }) {
  const t = useTranslations('records');
  const about = useLabAbout()(record.lab_key);
  const { key: flag, tone } = readLab(record);
  const isLasting = since !== null && since !== record.occurred_at && ['warn', 'danger'].includes(tone);
  return (
    <p className="mt-1 text-base text-muted">
      {about && `${about} `}
      {flag &&
        isLasting &&
        `${t('results.since', { flag: t(`flag.${flag}`), date: recordDate(since, format) })} `}
      {count > 1 && t('results.count', { count })}
    </p>
  );
}
