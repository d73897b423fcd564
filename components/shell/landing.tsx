import { CalendarDays, FileText, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

const points = [
  ['visits', CalendarDays],
  ['records', FileText],
  ['trace', ShieldCheck],
] as const;

export function Landing({ demo }: { demo: boolean }) {
  const t = useTranslations('landing');
  return (
    <div className="flex flex-col gap-10">
      <div className="flex max-w-2xl flex-col gap-4">
        <h1 className="text-3xl font-bold sm:text-4xl">{t('title')}</h1>
        <p className="text-xl text-muted">{t('text')}</p>
        <div className="mt-2 flex flex-wrap gap-3">
          <ButtonLink href={paths.signIn}>{t('signIn')}</ButtonLink>
          <ButtonLink href={paths.signUp} tone="secondary">
            {t('signUp')}
          </ButtonLink>
        </div>
        {demo && (
          <p className="text-muted">
            {t('demo')} <TextLink href={paths.demoOutbox}>{t('outbox')}</TextLink>
          </p>
        )}
      </div>
      <ul className="grid gap-4 md:grid-cols-3">
        {points.map(([key, Icon]) => (
          <li key={key}>
            <Card className="h-full">
              <Icon aria-hidden className="size-6 text-primary" />
              <h2 className="mt-3 text-xl">{t(`points.${key}.title`)}</h2>
              <p className="mt-1 text-muted">{t(`points.${key}.text`)}</p>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
