import { useLocale, useTranslations } from 'next-intl';
import { formatter } from '#lib/i18n/format';
import { ListedRow } from './listed-row';
import type { RecordView } from './record';
import { rowWords } from './row-words';

interface RecordRowProps {
  record: RecordView;
  zone: string;
  href: string;
  excerpt?: string | null;
}

/** One record in a list. */
export function RecordRow({ record, zone, href, excerpt = null }: RecordRowProps) {
  const [records, labs] = [useTranslations('records'), useTranslations('labs')];
  const row = rowWords(record, { records, labs, format: formatter(useLocale(), zone) });
  return <ListedRow row={row} href={href} excerpt={excerpt} />;
}
