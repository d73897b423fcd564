import { CodePickerField } from './code-picker-field';
import { NotDoneFields } from './not-done-fields';
import { CommentField, PartialDateField, WordsField } from './optional-fields';

export function ProcedureFields() {
  return (
    <>
      <CodePickerField type="procedure" />
      <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
        <WordsField name="body_site" />
        <WordsField name="reason" />
      </div>
      <WordsField name="outcome" />
      <PartialDateField name="performed_end" />
      <NotDoneFields />
      <CommentField />
    </>
  );
}
