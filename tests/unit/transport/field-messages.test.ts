import { expect, test } from 'vitest';
import { passwordFaults } from '#lib/domain/password-policy';
import messages from '#messages/en.json';
import { sourceFiles } from '../../invariants/source-files';

/** What zod itself calls a broken rule, and what field-errors.ts makes of it. */
const general = [
  ...['required', 'unknown_field', 'invalid_type', 'invalid_value', 'invalid_format', 'invalid_union'],
  ...['too_small', 'too_big'],
];

/** A rule of ours says its code as zod's message, or names it where it is thrown. */
const spoken = /\b(?:error|message): '([a-z]+(?:_[a-z]+)*)'|invalidField\([^,()]+, '([a-z_]+)'/g;

const rules = sourceFiles()
  .filter(({ path }) => /^lib\/(?:domain|fhir|operations)\//.test(path))
  .flatMap(({ code }) => [...code.join('\n').matchAll(spoken)].map(([, one, other]) => one ?? other ?? ''));

test('every code of a field that an operation can give has a sentence', () => {
  expect(rules).toEqual(expect.arrayContaining(['invalid_date_time', 'not_with_status', 'not_offered']));
  const codes = new Set([...general, ...rules, ...passwordFaults(''), ...passwordFaults('Password1!\u0000')]);
  const said = new Set(Object.keys(messages.fieldErrors));
  expect([...codes].filter((code) => !said.has(code))).toEqual([]);
});
