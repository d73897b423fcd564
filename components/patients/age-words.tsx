import { useTranslations } from 'next-intl';
import { ageOf } from '#lib/i18n/age';

/** "46", "7 months", "about 46"; null where the birth date says nothing. */
export function useAge(): (birthDate: string, day: string) => string | null {
  const t = useTranslations('patients.age');
  return (birthDate, day) => {
    const age = ageOf(birthDate, day);
    if (!age) return null;
    const text = t(age.unit, { count: age.count });
    return age.about ? t('about', { age: text }) : text;
  };
}
