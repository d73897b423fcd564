import { expect, it } from 'vitest';
import { formInput, shownAgain } from '#lib/transport/form-input';

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

it('nests dotted names, lists repeated ones, and leaves out what is empty, a file, or the framework’s', () => {
  const data = form(
    ['$ACTION_ID_1', ''],
    ['id', '7'],
    ['note', ''],
    ['content.text', 'x'],
    ['content.range.low', '1.50'],
    ['day', 'mon'],
    ['day', 'tue'],
    ['file', new Blob(['x'])],
  );
  expect(JSON.parse(JSON.stringify(formInput(data)))).toEqual({
    id: '7',
    content: { text: 'x', range: { low: '1.50' } },
    day: ['mon', 'tue'],
  });
});

it('keeps a group of which nothing was filled in, so that its fields are what is missing', () => {
  expect(
    JSON.parse(JSON.stringify(formInput(form(['content.text', ''], ['content.range.low', ''])))),
  ).toEqual({
    content: {},
  });
});

it('reaches no prototype', () => {
  formInput(form(['__proto__.admin', 'yes'], ['constructor.prototype.admin', 'yes']));
  expect(({} as { admin?: string }).admin).toBeUndefined();
});

it('takes a name that is both a field and a group as the group', () => {
  expect(JSON.parse(JSON.stringify(formInput(form(['a', '1'], ['a.b', '2']))))).toEqual({ a: { b: '2' } });
});

it('shows nothing again that only its writer should see', () => {
  const data = form(
    ['email', 'a@b.example'],
    ['current_password', 'x'],
    ['code', '1'],
    ['mfa_token', 'x'],
    ['$k', 'x'],
  );
  expect(shownAgain(data)).toEqual({ email: 'a@b.example' });
});
