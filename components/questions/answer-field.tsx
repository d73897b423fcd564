import { useTranslations } from 'next-intl';
import { RadioCards } from '#components/form/radio-cards';
import { TextAreaField } from '#components/form/text-area-field';
import type { AnsweredQuestion } from './question';

const numbers = Array.from({ length: 11 }, (_, number) => String(number));

/** One question, as its kind is answered. Each can be left out. */
export function AnswerField({ question, name }: { question: AnsweredQuestion; name: string }) {
  const t = useTranslations('appointments.questions');
  const { kind, text, choices, answer } = question;
  if (kind === 'text') {
    return (
      <TextAreaField name={name} label={text} rows={2} maxLength={500} defaultValue={answer ?? undefined} />
    );
  }
  const options = {
    yes_no: ['yes', 'no'].map((value) => ({ value, label: t(value as 'yes') })),
    choice: choices.map((value) => ({ value, label: value })),
    number: numbers.map((value) => ({ value, label: value })),
  }[kind];
  return (
    <RadioCards
      name={name}
      legend={text}
      options={[...options, { value: '', label: t('leaveOut') }]}
      defaultValue={answer ?? ''}
      look={kind === 'choice' ? 'list' : 'grid'}
    />
  );
}
