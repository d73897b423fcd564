import { useTranslations } from 'next-intl';
import { dayParts, visitModes } from '#components/appointments/visit-wish';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

interface WaitFormProps {
  action: FormAction;
  /** What was looked for already. */
  start: { mode?: string | undefined; part?: string | undefined; from?: string | undefined };
  /** Somebody has a visit, and would come earlier. */
  earlier?: boolean;
}

/** Asks to be told of a time. */
export function WaitForm({ action, start, earlier = false }: WaitFormProps) {
  const t = useTranslations('waiting');
  return (
    <Card as="section" labelledBy="wait-title" className="flex flex-col gap-4">
      <div>
        <h2 id="wait-title" className="text-xl">
          {t(earlier ? 'form.earlier' : 'form.title')}
        </h2>
        <p className="max-w-prose text-muted">{t('form.effect')}</p>
      </div>
      <Form id="wait" action={action} fields={{ from: t('form.from'), until: t('form.until') }}>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="mode"
            label={t('form.mode')}
            defaultValue={start.mode ?? ''}
            choices={[
              { value: '', label: t('form.anyMode') },
              ...visitModes.map((value) => ({ value, label: t(`mode.${value}`) })),
            ]}
          />
          <SelectField
            name="parts"
            label={t('form.part')}
            defaultValue={start.part ?? ''}
            choices={[
              { value: '', label: t('form.anyPart') },
              ...dayParts.map((value) => ({ value, label: t(`part.${value}`) })),
            ]}
          />
          <TextField
            name="from"
            type="date"
            label={t('form.from')}
            optionalLabel={t('form.optional')}
            {...(start.from && { defaultValue: start.from })}
          />
          <TextField name="until" type="date" label={t('form.until')} optionalLabel={t('form.optional')} />
        </div>
        <SubmitButton pendingLabel={t('pending')}>{t('form.submit')}</SubmitButton>
      </Form>
    </Card>
  );
}
