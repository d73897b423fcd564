import { describe, expect, it } from 'vitest';
import { isReadableForm } from '#lib/transport/start/front/form-body';

async function read(
  fields: Record<string, string | Blob>,
  isFetch: boolean,
  takesFile = false,
): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return readForm(form, isFetch, takesFile);
}

async function readForm(form: FormData, isFetch: boolean, takesFile = false): Promise<boolean> {
  const sent = new Response(form);
  const type = sent.headers.get('content-type') ?? '';
  return isReadableForm(new Uint8Array(await sent.arrayBuffer()), type, { isFetch, takesFile });
}

const state = '{"status":"error","values":{"price":"$$5"},"link":"$undefined","retryAfterSeconds":3}';
const deep = `${'['.repeat(20)}${']'.repeat(20)}`;

describe('what the script sends', () => {
  it('is an action with its arguments, of which the last is the form', async () => {
    expect(await read({ 0: '["$K1"]', '1_q': 'elsa' }, true)).toBe(true);
    expect(await read({ 0: `["an-id",${state},"$K2"]`, '2_notes': '$@1' }, true)).toBe(true);
  });

  it.each(['', '{{{', '[]', '5', '["$1"]', '["$Q1","$K1"]', `[{"a":"$F2"},"$K1"]`, `[${deep},"$K1"]`])(
    'is nothing that Next could read as %s',
    async (text) => expect(await read({ 0: text }, true)).toBe(false),
  );

  it('is no file but where one is asked for, and then only one', async () => {
    const file = new Blob(['x']);
    expect(await read({ 0: '["$K1"]', '1_q': file }, true)).toBe(false);
    expect(await read({ 0: '["$K1"]', '1_content': file }, true, true)).toBe(true);
    expect(await read({ 0: '["$K1"]', '1_content': file, '1_more': file }, true, true)).toBe(false);
    expect(await read({ 0: file, '1_content': 'x' }, true, true)).toBe(false);
  });
});

describe('what a browser sends by itself', () => {
  const action = '{"id":"00ff","bound":"$@1"}';

  it('names the action and what is bound to it', async () => {
    expect(await read({ $ACTION_ID_00ff: '', q: '$1' }, false)).toBe(true);
    expect(await read({ $ACTION_REF_1: '', '$ACTION_1:0': action, '$ACTION_1:1': `[${state}]` }, false)).toBe(
      true,
    );
  });

  it.each([
    { $ACTION_REF_1: '', '$ACTION_1:0': action },
    { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":' },
    { $ACTION_REF_1: '', '$ACTION_1:0': action, '$ACTION_1:1': '["$K1"' },
    { $ACTION_REF_1: '', '$ACTION_1:0': action, '$ACTION_1:1': '["$F9"]' },
  ])('is nothing with a part that is missing or broken: %j', async (fields) => {
    expect(await read(fields as Record<string, string>, false)).toBe(false);
  });

  it('is checked in every part, where two have one name', async () => {
    const form = new FormData();
    for (const value of ['{"id":"00ff","bound":null}', '["$F9"]']) form.append('$ACTION_1:0', value);
    expect(await readForm(form, false)).toBe(false);
  });
});

it('is multipart, whole and with its boundary', async () => {
  const type = 'multipart/form-data; boundary=b';
  const plain = { isFetch: false, takesFile: false };
  const cut = Buffer.from('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx');
  expect(await isReadableForm(cut, type, plain)).toBe(false);
  expect(await isReadableForm(new Uint8Array(), type, plain)).toBe(false);
  expect(await isReadableForm(cut, 'multipart/form-data', plain)).toBe(false);
  expect(await isReadableForm(Buffer.from('["$K1"]'), 'text/plain', { ...plain, isFetch: true })).toBe(false);
});
