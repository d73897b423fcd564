import { useTranslations } from 'next-intl';
import { TextField } from '#components/form/text-field';
import type { WritableKind } from './record';

/** What the record is about, in words. */
export function NameField({ type }: { type: WritableKind }) {
  const t = useTranslations('records.form');
  return (
    <TextField
      name="content.text"
      label={t(`${type}.text`)}
      hint={t(`${type}.textHint`)}
      maxLength={2000}
      required
      autoComplete="off"
    />
  );
}
