import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { paths } from '#lib/platform/paths';

export type ProtectionStep =
  | 'change_password'
  | 'add_factor'
  | 'add_passkey'
  | 'make_recovery_codes'
  | 'check_devices'
  | 'none';

const hrefs: Record<Exclude<ProtectionStep, 'none'>, string> = {
  change_password: paths.account.password,
  add_factor: paths.account.passkeys,
  add_passkey: paths.account.passkeys,
  make_recovery_codes: paths.account.recoveryCodes,
  check_devices: '#sessions',
};

/** First of all: is it all right, and if not, the one thing to do. */
export function ProtectionStatus({ step }: { step: ProtectionStep }) {
  const t = useTranslations('account.protection');
  const isWell = step === 'none';
  const Icon = isWell ? ShieldCheck : ShieldAlert;
  return (
    <section
      aria-labelledby="protection"
      className={`card-edge flex flex-wrap items-center gap-x-5 gap-y-3 rounded-card px-5 py-4 sm:px-6 ${isWell ? 'bg-ok-soft text-ok-ink' : 'bg-warn-soft text-warn-ink'}`}
    >
      <Icon aria-hidden className="size-8 shrink-0" />
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="protection" className="text-xl font-semibold dense:text-base">
          {isWell ? t('well') : t('missing')}
        </h2>
        <p>{t(`step.${step}.text`)}</p>
      </div>
      {step !== 'none' && <ButtonLink href={hrefs[step]}>{t(`step.${step}.action`)}</ButtonLink>}
    </section>
  );
}
