import { personField } from './form-state';
import { somebody } from './page-person';

/**
 * Whether a form was made for somebody else than who is signed in by now: tabs share their cookies, so signing in in one
 * changes who sends the forms of all. A form without its person was made for nobody and is as foreign.
 */
export async function isOfAnother(form: FormData): Promise<boolean> {
  const person = await somebody();
  return person !== null && form.get(personField) !== person.id;
}
