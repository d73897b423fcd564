import { useLocale, useTranslations } from 'next-intl';
import { formatter } from '#lib/i18n/format';
import type { DocumentView } from './document';

const steps = [
  { unit: 'megabytes', bytes: 1_000_000 },
  { unit: 'kilobytes', bytes: 1000 },
  { unit: 'bytes', bytes: 1 },
] as const;

/** What a document is, in words. */
export function useDocumentWords() {
  const t = useTranslations('documents');
  const format = formatter(useLocale(), 'UTC');
  return {
    /** Of another system its own words. */
    category: ({ category, category_text }: DocumentView) =>
      category ? t(`category.${category}`) : category_text,
    type: ({ media_type }: DocumentView) => {
      const key = `type.${media_type}` as 'type.application/pdf';
      return t.has(key) ? t(key) : media_type;
    },
    size: ({ size }: DocumentView) => {
      const step = steps.find(({ bytes }) => (size ?? 0) >= bytes);
      if (size === null || !step) return null;
      const { unit, bytes } = step;
      return t(unit, { size: format.number((size / bytes).toFixed(unit === 'megabytes' ? 1 : 0)) });
    },
  };
}
