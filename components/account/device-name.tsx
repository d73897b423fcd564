import { useTranslations } from 'next-intl';

/** "Firefox on Linux"; null where the browser said nothing of itself. */
export function useDeviceName(): (device: string | null) => string | null {
  const t = useTranslations('account.sessions');
  return (device) => {
    const [browser, system] = device?.split(' · ') ?? [];
    return browser && system ? t('device', { browser, system }) : browser || null;
  };
}
