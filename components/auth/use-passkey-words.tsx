import { useTranslations } from 'next-intl';

/** What every passkey button says when it comes to no answer. */
export function usePasskeyWords() {
  const t = useTranslations('auth.passkey');
  return {
    noScript: t('noScript'),
    pendingLabel: t('pending'),
    faults: {
      cancelled: t('fault.cancelled'),
      timed_out: t('fault.timed_out'),
      no_device: t('fault.no_device'),
      already: t('fault.already'),
      unsupported: t('fault.unsupported'),
      failed: t('fault.failed'),
    },
  };
}
