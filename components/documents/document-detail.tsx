import { useLocale, useTranslations } from 'next-intl';
import { recordDate } from '#components/records/record-date';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { formatter } from '#lib/i18n/format';
import type { DocumentView } from './document';
import { FileLinks } from './file-links';
import { useDocumentWords } from './use-document-words';

interface DocumentDetailProps {
  document: DocumentView;
  zone: string;
  /** Whose words say where it comes from. */
  reader: 'patient' | 'staff';
  back: { href: string; label: string };
}

const noticeTones = {
  not_scanned: 'info',
  scanning: 'info',
  clean: 'ok',
  infected: 'danger',
  scan_failed: 'warn',
  damaged: 'danger',
  absent: 'info',
} as const;

/** What is known of a document, and the way to its file. */
export function DocumentDetail({ document, zone, reader, back }: DocumentDetailProps) {
  const t = useTranslations('documents');
  const words = useDocumentWords();
  const format = formatter(useLocale(), zone);
  const { title, origin, occurred_at, created_at, doctor_name, file_name, file_state } = document;
  const from = t(`${reader === 'patient' ? 'origin' : 'originForStaff'}.${origin}`);
  const facts = [
    { term: t('facts.category'), value: words.category(document) },
    { term: t('facts.date'), value: occurred_at && recordDate(occurred_at, format) },
    { term: t('facts.added'), value: format.date(created_at) },
    { term: t('facts.by'), value: doctor_name ? <bdi>{doctor_name}</bdi> : from },
    { term: t('facts.type'), value: words.type(document) },
    { term: t('facts.size'), value: words.size(document) },
    { term: t('facts.name'), value: file_name && <bdi>{file_name}</bdi> },
  ];
  return (
    <article className="flex flex-col gap-6">
      <PageHeader title={<bdi>{title}</bdi>} kicker={from} back={back} />
      <FileLinks document={document} tone="primary" />
      <Notice tone={noticeTones[file_state]} title={t(`state.${file_state}`)}>
        {t(`stateText.${file_state}`)}
      </Notice>
      <Card>
        <DescriptionList items={facts} missing={t('facts.missing')} columns={2} />
      </Card>
    </article>
  );
}
