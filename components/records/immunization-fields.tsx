import { CodePickerField } from './code-picker-field';
import { NotDoneFields } from './not-done-fields';
import { CommentField, WordsField } from './optional-fields';

export function ImmunizationFields() {
  return (
    <>
      <CodePickerField type="immunization" />
      <div className="grid gap-5 sm:grid-cols-2 dense:gap-4">
        <WordsField name="lot_number" maxLength={100} />
        <WordsField name="dose_number" maxLength={20} />
      </div>
      <WordsField name="site" />
      <NotDoneFields />
      <CommentField />
    </>
  );
}
