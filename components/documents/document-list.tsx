import { useLocale, useTranslations } from 'next-intl';
import { recordDate } from '#components/records/record-date';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { type DocumentView, stateTones } from './document';
import { FileLinks } from './file-links';
import { useDocumentWords } from './use-document-words';

interface DocumentListProps {
  documents: readonly DocumentView[];
  zone: string;
  /** Whose words say where a document comes from. */
  reader: 'patient' | 'staff';
  hrefOf: (document: DocumentView) => string;
}

export function DocumentList({ documents, ...props }: DocumentListProps) {
  return (
    <Card flush>
      <ul className="divide-y divide-border">
        {documents.map((document) => (
          <li
            key={document.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4 dense:px-4"
          >
            <DocumentItem {...props} document={document} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type ItemProps = Omit<DocumentListProps, 'documents'> & { document: DocumentView };

function DocumentItem({ document, zone, reader, hrefOf }: ItemProps) {
  const t = useTranslations('documents');
  const words = useDocumentWords();
  const format = formatter(useLocale(), zone);
  const { origin, title, occurred_at, created_at, file_state } = document;
  const told = [words.category(document), recordDate(occurred_at ?? created_at, format)];
  return (
    <>
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold wrap-anywhere">
          <TextLink href={hrefOf(document)} look="quiet">
            <bdi>{title}</bdi>
          </TextLink>
        </p>
        <p className="text-base text-muted tabular-nums dense:text-sm">
          {[...told, words.type(document), words.size(document)].filter(Boolean).join(' · ')}
        </p>
        <p className="mt-1 flex flex-wrap gap-2">
          <Badge tone={origin === 'patient' ? 'primary' : 'neutral'}>
            {t(`${reader === 'patient' ? 'origin' : 'originForStaff'}.${origin}`)}
          </Badge>
          <Badge tone={stateTones[file_state]}>{t(`state.${file_state}`)}</Badge>
        </p>
      </div>
      <FileLinks document={document} />
    </>
  );
}
