import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { AnswerField } from './answer-field';
import type { AnsweredQuestion } from './question';

interface AnswersFormProps {
  items: readonly AnsweredQuestion[];
  answered: boolean;
  /** Posts `answers.<n>`. */
  action: FormAction;
}

/** The patient answers what is asked before a visit, and may change it until the visit begins. */
export function AnswersForm({ items, answered, action }: AnswersFormProps) {
  const t = useTranslations('appointments.questions');
  const named = items.map((question, index) => ({ question, name: `answers.${index}` }));
  return (
    <Card as="section" labelledBy="questions" className="flex flex-col gap-3">
      <h2 id="questions">{t('title')}</h2>
      <p className="text-muted">{t('intro')}</p>
      <Form
        id="answers"
        action={action}
        fields={Object.fromEntries(named.map(({ name, question }) => [name, question.text]))}
      >
        {named.map(({ question, name }) => (
          <AnswerField key={name} question={question} name={name} />
        ))}
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t(answered ? 'change' : 'submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
