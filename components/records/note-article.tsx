import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import type { Formatter } from '#lib/i18n/format';
import type { RecordView } from './record';
import { RecordBadge } from './record-badge';
import { recordDate } from './record-date';

type NoteRecord = Extract<RecordView, { record_type: 'note' }>;

interface NoteArticleProps {
  note: NoteRecord;
  /** The oldest first. */
  addenda?: readonly NoteRecord[];
  format: Formatter;
  hrefOf: (id: string) => string;
}

/** A note as it was typed, line by line: whatever looks like markup in it is text. */
export function NoteArticle({ note, addenda = [], format, hrefOf }: NoteArticleProps) {
  return (
    <Card as="article" labelledBy={`note-${note.id}`} className="flex flex-col gap-3">
      <NoteText note={note} format={format} hrefOf={hrefOf} />
      {addenda.map((addendum) => (
        <div key={addendum.id} className="flex flex-col gap-3 border-s-4 border-border ps-4">
          <NoteText note={addendum} format={format} hrefOf={hrefOf} />
        </div>
      ))}
    </Card>
  );
}

function NoteText({ note, format, hrefOf }: NoteArticleProps) {
  const t = useTranslations('records');
  const { id, title, occurred_at, doctor_name, content, sensitivity } = note;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={`note-${id}`} className="min-w-0 font-semibold wrap-break-word">
          <TextLink href={hrefOf(id)} look="plain">
            {title}
          </TextLink>
        </h2>
        <p className="flex flex-wrap items-center gap-x-2 text-muted tabular-nums">
          {occurred_at && recordDate(occurred_at, format)}
          {doctor_name && <bdi>{doctor_name}</bdi>}
          {sensitivity === 'restricted' && <Badge tone="warn">{t('restrictedBadge')}</Badge>}
          <RecordBadge record={note} />
        </p>
      </div>
      {content.relates_to && (
        <p className="text-muted">
          <TextLink href={hrefOf(content.relates_to)}>{t('addendumTo')}</TextLink>
        </p>
      )}
      <NoteBody body={content.body} />
    </>
  );
}

export function NoteBody({ body }: { body: string | undefined }) {
  const t = useTranslations('records');
  if (body === undefined) return <p className="text-muted">{t('warning.text_not_shown')}</p>;
  return <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{body}</p>;
}
