import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type PasswordProfile, shortest } from '#lib/domain/password-policy';
import { PasswordInput } from './password-input';

interface PasswordFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Of a new password: its rules, each of which is shown and ticked while one types. */
  policy?: PasswordProfile;
}

export function PasswordField({ name, label, hint, policy }: PasswordFieldProps) {
  const t = useTranslations('form.password');
  const rules = {
    classic: {
      too_short: t('rules.length', { count: shortest.classic }),
      no_upper: t('rules.upper'),
      no_lower: t('rules.lower'),
      no_digit: t('rules.digit'),
      no_special: t('rules.special'),
    },
    nist: { too_short: t('rules.length', { count: shortest.nist }), common: t('rules.common') },
  };
  return (
    <PasswordInput
      name={name}
      label={label}
      hint={hint}
      autoComplete={policy ? 'new-password' : 'current-password'}
      labels={{
        show: t('show'),
        hide: t('hide'),
        rules: t('rules.title'),
        met: t('rules.met'),
        missing: t('rules.missing'),
      }}
      rules={policy && { policy, texts: rules[policy] }}
    />
  );
}
