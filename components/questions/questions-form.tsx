import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import type { QuestionView } from './question';

const kinds = ['yes_no', 'choice', 'text', 'number'] as const;
const names = ['text', 'kind', 'choices'] as const;
const most = 10;
const blank: QuestionView = { kind: 'yes_no', text: '', choices: [] };

interface QuestionsFormProps {
  questions: readonly QuestionView[];
  version: number;
  /** Posts `questions.<n>.…`, the choices one on each line, and the version that was read. */
  action: FormAction;
}

/** What is asked before a visit of this type, with room for two more each time. */
export function QuestionsForm({ questions, version, action }: QuestionsFormProps) {
  const t = useTranslations('clinicSetup.questions');
  const rows = [...questions, blank, blank].slice(0, most).map((question, n) => ({ n, question }));
  const labels = rows.flatMap(({ n }) =>
    names.map((name) => [`questions.${n}.${name}`, t('fieldOf', { number: n + 1, field: t(name) })]),
  );
  return (
    <Card className="flex flex-col gap-3">
      <p className="text-muted">{t('intro')}</p>
      <Form id="questions" action={action} fields={Object.fromEntries(labels)}>
        <input type="hidden" name="expected_version" value={version} />
        {rows.map(({ n, question }) => (
          <fieldset key={n} className="border-t border-border pt-3">
            <legend className="float-start mb-2 w-full font-semibold">
              {t('legend', { number: n + 1 })}
            </legend>
            <div className="clear-both flex flex-col gap-3">
              <QuestionFields name={`questions.${n}`} question={question} />
            </div>
          </fieldset>
        ))}
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function QuestionFields({ name, question }: { name: string; question: QuestionView }) {
  const t = useTranslations('clinicSetup.questions');
  return (
    <>
      <TextField
        name={`${name}.text`}
        label={t('text')}
        maxLength={200}
        autoComplete="off"
        defaultValue={question.text}
      />
      <SelectField
        name={`${name}.kind`}
        label={t('kind')}
        choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        defaultValue={question.kind}
      />
      <TextAreaField
        name={`${name}.choices`}
        label={t('choices')}
        hint={t('choicesHint')}
        rows={2}
        maxLength={700}
        defaultValue={question.choices.join('\n')}
      />
    </>
  );
}
