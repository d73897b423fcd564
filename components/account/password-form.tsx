import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { PasswordField } from '#components/form/password-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import type { PasswordProfile } from '#lib/domain/password-policy';
import { paths } from '#lib/platform/paths';

interface PasswordFormProps {
  /** For whom a password manager keeps the new one. */
  email: string;
  policy: PasswordProfile;
  /** Posts `current_password` and `new_password`. */
  action: FormAction;
}

export function PasswordForm({ email, policy, action }: PasswordFormProps) {
  const t = useTranslations('account.password');
  return (
    <Card>
      <Form id="password" action={action} fields={{ current_password: t('current'), new_password: t('new') }}>
        <input type="text" name="$username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField name="current_password" label={t('current')} />
        <p className="text-muted">
          {t('forgot')} <TextLink href={paths.forgotPassword}>{t('reset')}</TextLink>
        </p>
        <PasswordField name="new_password" label={t('new')} policy={policy} />
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
