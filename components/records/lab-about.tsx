import { useTranslations } from 'next-intl';

/** What a test looks at, in plain words; nothing where it is none of those that are explained. */
export function useLabAbout(): (key: string | null) => string | null {
  const t = useTranslations('labs_about');
  return (key) => (key && t.has(key as 'hba1c') ? t(key as 'hba1c') : null);
}

/** The same as a paragraph under a result. */
export function LabAbout({ labKey }: { labKey: string | null }) {
  const words = useLabAbout()(labKey);
  return words && <p className="max-w-prose text-muted">{words}</p>;
}
