import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';

interface ArchiveFormProps {
  about: 'services' | 'rooms';
  version: number;
  /** Posts the version that was read. */
  action: FormAction;
}

/** What is archived stays with the visits that have it. */
export function ArchiveForm({ about, version, action }: ArchiveFormProps) {
  const t = useTranslations(`clinicSetup.${about}`);
  return (
    <Form id="archive" action={action} className="flex flex-col items-start gap-2">
      <input type="hidden" name="expected_version" value={version} />
      <p className="text-muted">{t('archiveEffect')}</p>
      <SubmitButton tone="danger" pendingLabel={t('pending')}>
        {t('archive')}
      </SubmitButton>
    </Form>
  );
}
