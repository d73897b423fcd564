import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';
import type { SignInReason } from '#lib/platform/paths';

const tones: Record<SignInReason, 'ok' | 'info' | 'warn'> = {
  expired: 'info',
  too_slow: 'info',
  signed_out: 'ok',
  verified: 'ok',
  invited: 'ok',
  idle: 'info',
  evicted: 'warn',
  ended: 'warn',
  ended_by_clinic: 'warn',
  password_changed: 'warn',
  factor_changed: 'warn',
  disabled: 'warn',
  sso_refused: 'warn',
  password_reset: 'ok',
  email_changed: 'ok',
  deleted: 'ok',
  restored: 'ok',
  recovery_stopped: 'ok',
};

/** Why one is asked to sign in, or what has just been done. */
export function WhySignIn({ reason }: { reason: SignInReason }) {
  const t = useTranslations('auth.signIn.reason');
  return (
    <Notice tone={tones[reason]} role="status">
      {t(reason)}
    </Notice>
  );
}
