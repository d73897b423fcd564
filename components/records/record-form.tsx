import { useTranslations } from 'next-intl';
import { CheckField } from '#components/form/check-field';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { TextField } from '#components/form/text-field';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { AllergyFields } from './allergy-fields';
import { DiagnosisFields } from './diagnosis-fields';
import { EncounterFields } from './encounter-fields';
import { useFieldLabels } from './field-labels';
import { ImmunizationFields } from './immunization-fields';
import { LabResultFields } from './lab-result-fields';
import { NoteFields } from './note-fields';
import { PrescriptionFields } from './prescription-fields';
import { ProcedureFields } from './procedure-fields';
import type { RecordView, WritableKind } from './record';
import { recordFormValues } from './record-form-values';
import { VitalSignFields } from './vital-sign-fields';

interface RecordFormProps {
  type: WritableKind;
  /** Given, the form changes it: a draft goes on being one, of what is signed it makes a new version with a reason. */
  record?: RecordView;
  /** Its patient has chosen not to see it yet. */
  withheld?: boolean;
  /** What a new one begins with. */
  values?: Readonly<Record<string, string>> | undefined;
  /** The signed note to which a new one adds. */
  addendumTo?: string | undefined;
  action: FormAction;
  draft: FormDraft;
  cancelHref: string;
}

const fieldsOf = {
  note: NoteFields,
  diagnosis: DiagnosisFields,
  prescription: PrescriptionFields,
  lab_result: LabResultFields,
  vital_sign: VitalSignFields,
  allergy: AllergyFields,
  immunization: ImmunizationFields,
  procedure: ProcedureFields,
  encounter: EncounterFields,
};

/** Field names are the paths of the operation's input, so that its errors find their field. */
export function RecordForm(props: RecordFormProps) {
  const { type, record, withheld = false, values, addendumTo, action, draft, cancelHref } = props;
  const t = useTranslations('records');
  const Fields = fieldsOf[type];
  const initial = record
    ? { ...recordFormValues(record), ...(record.sensitivity === 'restricted' && { restricted: 'true' }) }
    : values;
  return (
    <Card>
      <Form
        id="record"
        action={action}
        draft={draft}
        fields={useFieldLabels(type)}
        initial={{ status: 'idle', ...(initial && { values: initial }) }}
      >
        <Fields />
        {addendumTo && <input type="hidden" name="content.relates_to" value={addendumTo} />}
        {record ? record.stage !== 'draft' && <ReasonField /> : <WhenField />}
        <CheckField
          name="restricted"
          label={t('form.restricted')}
          hint={t(record?.sensitivity === 'restricted' ? 'form.openHint' : 'form.restrictedHint')}
        />
        <p className="text-muted">{t(seenWhen(type, withheld))}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButtons type={type} record={record} />
          <ButtonLink href={cancelHref} tone="quiet">
            {t('form.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}

/** Of results the patient decides when they see them; which they chose is not told before there is one. */
function seenWhen(type: WritableKind, withheld: boolean) {
  if (withheld) return 'stillWithheld';
  return type === 'lab_result' ? 'resultVisible' : 'visibleToPatient';
}

function SubmitButtons({ type, record }: Pick<RecordFormProps, 'type' | 'record'>) {
  const t = useTranslations('records.form');
  const pendingLabel = t('saving');
  if (record) {
    const label = record.stage === 'draft' ? t('submit.draftAgain') : t(`submit.amend.${type}`);
    return <SubmitButton pendingLabel={pendingLabel}>{label}</SubmitButton>;
  }
  return (
    <>
      <SubmitButton pendingLabel={pendingLabel}>{t(`submit.create.${type}`)}</SubmitButton>
      <SubmitButton tone="secondary" name="draft" value="true" pendingLabel={pendingLabel}>
        {t('submit.draft')}
      </SubmitButton>
    </>
  );
}

function ReasonField() {
  const t = useTranslations('records.form');
  return <TextAreaField name="reason" rows={2} maxLength={500} label={t('reason')} hint={t('reasonHint')} />;
}

function WhenField() {
  const t = useTranslations('records.form');
  return <TextField name="occurred_at" type="date" label={t('occurred_at')} optionalLabel={t('optional')} />;
}
