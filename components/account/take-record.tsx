import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { SaveFile } from './save-file';

interface TakeRecordProps {
  size: { records: number; bytes: number };
}

const files = {
  pdf: 'medical-record.pdf',
  fhir: 'medical-record.json',
  archive: 'medical-record.zip',
} as const;
const formats = ['pdf', 'fhir', 'archive'] as const;

/** From so many entries on it is no matter of a moment. */
const many = 2000;
const megabyte = 1_000_000;

/** A patient's record in three kinds of file, each with what it is for. */
export function TakeRecord({ size: { records, bytes } }: TakeRecordProps) {
  const t = useTranslations('account.export');
  const size =
    bytes >= megabyte
      ? t('megabytes', { count: Math.round(bytes / megabyte) })
      : t('kilobytes', { count: Math.max(1, Math.round(bytes / 1000)) });
  const labels = { preparing: t('preparing'), saved: t('saved'), failed: t('failed') };
  return (
    <div className="flex flex-col gap-6">
      <p>
        {t('size', { count: records, size })} {t(records > many ? 'takes.long' : 'takes.short')}
      </p>
      {formats.map((format) => (
        <Section key={format} id={format} title={t(`formats.${format}.title`)}>
          <Card className="flex flex-col gap-4">
            <p>{t(`formats.${format}.text`)}</p>
            <SaveFile
              href={paths.account.exportRecord(format)}
              name={files[format]}
              label={t(`formats.${format}.save`)}
              labels={labels}
            />
          </Card>
        </Section>
      ))}
      <p className="text-muted">
        {t('checkText')} <TextLink href={paths.verify}>{t('check')}</TextLink>
      </p>
    </div>
  );
}
