import { ChoiceField } from './choice-field';
import { NameField } from './name-field';
import { PartialDateField, WordsField } from './optional-fields';

export function EncounterFields() {
  return (
    <>
      <NameField type="encounter" />
      <ChoiceField name="class" required />
      <WordsField name="reason" />
      <PartialDateField name="ends" />
    </>
  );
}
