import { useLocale, useTranslations } from 'next-intl';
import { formatter } from '#lib/i18n/format';
import type { WaitEntry } from './wait';

type Wish = Pick<WaitEntry, 'mode' | 'from' | 'until' | 'parts'>;

/** When and how somebody would like to come. */
export function WaitWish({ mode, from, until, parts }: Wish) {
  const t = useTranslations('waiting');
  const { partialDate } = formatter(useLocale(), 'UTC');
  const words = [
    from === until ? partialDate(from) : t('days', { from: partialDate(from), until: partialDate(until) }),
    ...parts.map((part) => t(`part.${part}`)),
    ...(mode ? [t(`mode.${mode}`)] : []),
  ];
  return <>{words.join(' · ')}</>;
}
