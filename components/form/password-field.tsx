import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PasswordInput } from './password-input';

interface PasswordFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A new password shows every rule and ticks it while one types. */
  purpose: 'current' | 'new';
}

export function PasswordField({ name, label, hint, purpose }: PasswordFieldProps) {
  const t = useTranslations('form.password');
  const rules = {
    too_short: t('rules.length'),
    no_upper: t('rules.upper'),
    no_lower: t('rules.lower'),
    no_digit: t('rules.digit'),
    no_special: t('rules.special'),
  };
  return (
    <PasswordInput
      name={name}
      label={label}
      hint={hint}
      autoComplete={purpose === 'new' ? 'new-password' : 'current-password'}
      labels={{
        show: t('show'),
        hide: t('hide'),
        rules: t('rules.title'),
        met: t('rules.met'),
        missing: t('rules.missing'),
      }}
      rules={purpose === 'new' ? rules : undefined}
    />
  );
}
