import { useTranslations } from 'next-intl';
import { CodeField } from '#components/form/code-field';
import { RecoveryCodeField } from '#components/form/recovery-code-field';

export type CodeMethod = 'totp' | 'sms' | 'recovery_code';

/** What one types for a method, under the words that say where it stands. */
export function MethodField({ method }: { method: CodeMethod }) {
  const t = useTranslations(`auth.code.${method}`);
  const Field = method === 'recovery_code' ? RecoveryCodeField : CodeField;
  return (
    <>
      <p className="text-muted">{t('intro')}</p>
      <Field name="code" label={t('code')} hint={t('hint')} />
    </>
  );
}
