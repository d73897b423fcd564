import { useTranslations } from 'next-intl';
import { CheckField } from '#components/form/check-field';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import type { ServiceView } from './service-list';

const colours = ['green', 'blue', 'violet', 'amber', 'rose', 'slate'] as const;
const flags = ['in_person', 'video', 'patients_book'] as const;

interface ServiceFormProps {
  /** What is told of it; nothing yet of a new one. */
  service: ServiceView | null;
  /** Posts what is told; of a known one with the version that was read. */
  action: FormAction;
}

export function ServiceForm({ service, action }: ServiceFormProps) {
  const t = useTranslations('clinicSetup.services');
  const names = ['name', 'minutes', 'colour', ...flags] as const;
  const fields = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  const start = service ?? { name: '', minutes: 20, colour: 'green', in_person: true, patients_book: true };
  const values = Object.fromEntries(Object.entries(start).map(([name, value]) => [name, String(value)]));
  return (
    <Card>
      <Form id="service" action={action} fields={fields} initial={{ status: 'idle', values }}>
        {service && <input type="hidden" name="expected_version" value={service.version} />}
        <TextField name="name" label={t('field.name')} required maxLength={80} autoComplete="off" />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="minutes"
            label={t('field.minutes')}
            inputMode="numeric"
            required
            autoComplete="off"
          />
          <SelectField
            name="colour"
            label={t('field.colour')}
            choices={colours.map((value) => ({ value, label: t(`colour.${value}`) }))}
          />
        </div>
        {flags.map((name) => (
          <CheckField key={name} name={name} label={t(`field.${name}`)} hint={t(`hint.${name}`)} />
        ))}
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t(service ? 'save' : 'add')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
