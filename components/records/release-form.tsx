import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { paths } from '#lib/platform/paths';
import type { WithheldResult } from './withheld-results';

interface ReleaseFormProps {
  wishes: readonly {
    category: WithheldResult['category'];
    choice: 'at_once' | 'with_comment' | 'ask_first';
  }[];
  action: FormAction;
}

const choices = ['at_once', 'with_comment', 'ask_first'] as const;

/** When somebody wants to see their results, for each kind of them. */
export function ReleaseForm({ wishes, action }: ReleaseFormProps) {
  const t = useTranslations('records.release');
  const c = useTranslations('records.category');
  return (
    <Card>
      <dl className="mb-6 flex flex-col gap-3">
        {choices.map((choice) => (
          <div key={choice}>
            <dt className="font-semibold">{t(`choice.${choice}`)}</dt>
            <dd className="text-muted">{t(`means.${choice}`)}</dd>
          </div>
        ))}
      </dl>
      <Form
        id="release"
        action={action}
        fields={Object.fromEntries(wishes.map(({ category }) => [category, c(`${category}.name`)]))}
      >
        {wishes.map(({ category, choice }) => (
          <SelectField
            key={category}
            name={category}
            label={c(`${category}.name`)}
            hint={c(`${category}.like`)}
            defaultValue={choice}
            choices={choices.map((value) => ({ value, label: t(`choice.${value}`) }))}
          />
        ))}
        <div className="flex flex-wrap gap-3">
          <SubmitButton pendingLabel={t('saving')}>{t('save')}</SubmitButton>
          <ButtonLink href={paths.patient.results} tone="quiet">
            {t('cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
