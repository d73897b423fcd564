import { useTranslations } from 'next-intl';
import { CheckField } from '#components/form/check-field';

/** For patients: the second step is left out on this browser for a while. */
export function TrustDeviceField() {
  const t = useTranslations('auth.trustDevice');
  return <CheckField name="trust_device" label={t('label')} hint={t('hint')} />;
}
