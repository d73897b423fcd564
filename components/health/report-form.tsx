import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { CommentField, ReportFields } from './report-fields';
import type { ReportKind } from './report-kinds';

interface ReportFormProps {
  kind: ReportKind;
  /** Given, the form corrects what was reported. */
  values?: Readonly<Record<string, string>>;
  action: FormAction;
  draft: FormDraft;
  cancelHref: string;
}

const fields = [
  'text',
  'category',
  'reaction',
  'severity',
  'onset',
  'comment',
  'systolic',
  'diastolic',
  'value',
  'unit',
] as const;

/** What a patient knows of themselves. */
export function ReportForm({ kind, values, action, draft, cancelHref }: ReportFormProps) {
  const t = useTranslations('requests');
  const labels = {
    ...Object.fromEntries(fields.map((field) => [`content.${field}`, t(`health.field.${field}`)])),
    occurred_at: t('health.field.occurred_at'),
    reason: t('health.field.reason'),
  };
  return (
    <Card>
      <Form
        id="report"
        action={action}
        draft={draft}
        fields={labels}
        initial={{ status: 'idle', ...(values && { values }) }}
      >
        <ReportFields kind={kind} />
        {values ? (
          <TextField
            name="reason"
            label={t('health.field.reason')}
            optionalLabel={t('optional')}
            maxLength={500}
            autoComplete="off"
          />
        ) : (
          kind !== 'allergy' && (
            <TextField
              name="occurred_at"
              type="date"
              label={t('health.field.occurred_at')}
              hint={t('health.field.occurredHint')}
            />
          )
        )}
        <CommentField />
        <p className="text-muted">{t('health.marked')}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton pendingLabel={t('sending')}>{t('health.save')}</SubmitButton>
          <ButtonLink href={cancelHref} tone="quiet">
            {t('cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
