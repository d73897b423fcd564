import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { formatter } from '#lib/i18n/format';
import type { AnsweredQuestion } from './question';

interface AnswersProps {
  items: readonly AnsweredQuestion[];
  answeredAs: 'self' | 'carer' | null;
  answeredAt: string | null;
  zone: string;
}

/** What was asked and answered before a visit, to read. */
export function Answers({ items, answeredAs, answeredAt, zone }: AnswersProps) {
  const t = useTranslations('appointments.questions');
  const format = formatter(useLocale(), zone);
  return (
    <Card as="section" labelledBy="questions" className="flex flex-col gap-3">
      <h2 id="questions">{t('titleStaff')}</h2>
      {answeredAt === null ? (
        <p className="text-muted">{t('waiting')}</p>
      ) : (
        <>
          <DescriptionList items={items.map((each) => described(each, t))} missing={t('none')} />
          <p className="text-muted tabular-nums">
            {t('answeredAt', { when: format.dateTime(answeredAt) })} {answeredAs === 'carer' && t('carer')}
          </p>
        </>
      )}
    </Card>
  );
}

function described(
  { kind, text, answer }: AnsweredQuestion,
  t: ReturnType<typeof useTranslations<'appointments.questions'>>,
) {
  if (answer === null) return { term: text, value: null };
  if (kind === 'yes_no') return { term: text, value: t(answer as 'yes') };
  return { term: text, value: <bdi className="whitespace-pre-wrap">{answer}</bdi> };
}
