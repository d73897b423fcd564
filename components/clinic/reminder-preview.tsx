import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import type { ReminderWords } from './reminder-text-form';

/** A reminder as somebody would read it. */
export function ReminderPreview({ shown }: { shown: ReminderWords }) {
  const t = useTranslations('clinicSetup.reminders');
  return (
    <Card className="flex flex-col gap-3 wrap-anywhere">
      <p className="font-semibold">{shown.subject}</p>
      <p className="whitespace-pre-wrap">{shown.mail}</p>
      <h3 className="font-semibold">{t('field.text')}</h3>
      <p>{shown.text}</p>
    </Card>
  );
}
