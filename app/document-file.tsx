import { getTranslations } from 'next-intl/server';
import { stateTones } from '#components/documents/document';
import { FileLinks } from '#components/documents/file-links';
import { Badge } from '#components/ui/badge';
import { getDocument } from '#lib/operations/documents/get';
import { query } from '#lib/transport/page';

/** The file of a record that is a document: its state, and the ways to it. */
export async function DocumentFile({ id }: { id: string }) {
  const [document, t] = await Promise.all([query(getDocument, { id }), getTranslations('documents')]);
  return (
    <div className="flex flex-col items-start gap-3">
      <Badge tone={stateTones[document.file_state]}>{t(`state.${document.file_state}`)}</Badge>
      <FileLinks document={document} tone="primary" />
    </div>
  );
}
