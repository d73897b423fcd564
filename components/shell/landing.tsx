import { CalendarDays, FileText, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { LandingSample } from './landing-sample';

const points = [
  ['visits', CalendarDays],
  ['records', FileText],
  ['trace', ShieldCheck],
] as const;

export function Landing({ demo }: { demo: boolean }) {
  const t = useTranslations('landing');
  return (
    <div className="flex flex-col gap-12 md:gap-16">
      <div className="grid grid-cols-1 items-center gap-10 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:gap-16">
        <div className="flex flex-col gap-5">
          <h1 className="text-4xl font-bold sm:text-5xl">{t('title')}</h1>
          <p className="max-w-xl text-xl text-muted">{t('text')}</p>
          <div className="mt-2 flex flex-wrap gap-3">
            <ButtonLink href={paths.signIn}>{t('signIn')}</ButtonLink>
            <ButtonLink href={paths.signUp} tone="secondary">
              {t('signUp')}
            </ButtonLink>
          </div>
          {demo && (
            <p className="text-base text-muted">
              {t('demo')} <TextLink href={paths.demoOutbox}>{t('outbox')}</TextLink>
            </p>
          )}
        </div>
        <LandingSample />
      </div>
      <ul className="grid gap-4 md:grid-cols-3">
        {points.map(([key, Icon]) => (
          <li key={key}>
            <Card className="h-full">
              <span className="inline-flex size-11 items-center justify-center rounded-field bg-primary-soft text-primary-ink">
                <Icon aria-hidden className="size-6" />
              </span>
              <h2 className="mt-4 text-xl">{t(`points.${key}.title`)}</h2>
              <p className="mt-1 text-base text-muted">{t(`points.${key}.text`)}</p>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
