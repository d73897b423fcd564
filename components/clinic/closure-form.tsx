import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

/** Posts `name`, `kind`, `first_day` and `last_day`. */
export function ClosureForm({ action }: { action: FormAction }) {
  const t = useTranslations('clinicSetup.closures');
  const names = ['name', 'kind', 'first_day', 'last_day'] as const;
  const fields = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  return (
    <Card>
      <Form id="closure" action={action} fields={fields}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="name" label={t('field.name')} required maxLength={80} autoComplete="off" />
          <SelectField
            name="kind"
            label={t('field.kind')}
            choices={(['holiday', 'closure'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <TextField name="first_day" type="date" label={t('field.first_day')} required />
          <TextField name="last_day" type="date" label={t('field.last_day')} optionalLabel={t('ifLonger')} />
        </div>
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('add')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
