import { redirect } from 'next/navigation';
import { Temporal } from 'temporal-polyfill';
import type { Operation } from '#lib/operations/define';
import { attempt } from './action';
import { shownAgain } from './form-input';
import type { FormState } from './form-state';

interface TimeForm<Out> {
  /** By whose clock the date and the time are. */
  readonly zone: string;
  readonly to: (output: Out) => string;
  /** The input beside the time. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * A form with the fields `date` and `time` into an operation that takes `scheduled_at`; that stands in the form itself once
 * one of the nearest times is pressed.
 */
export async function submitTime<In, Out>(
  operation: Operation<In, Out>,
  form: FormData,
  { zone, to, input }: TimeForm<Out>,
): Promise<FormState> {
  const own = new FormData();
  for (const [name, value] of form) if (name.startsWith('$')) own.append(name, value);
  const outcome = await attempt(operation, own, { ...input, scheduled_at: momentOf(form, zone) });
  if ('output' in outcome) return redirect(to(outcome.output));
  const { errors = [], ...state } = outcome.state;
  return {
    ...state,
    values: shownAgain(form),
    errors: errors.map((error) => (error.path === 'scheduled_at' ? { ...error, path: 'date' } : error)),
  };
}

/** Empty where the fields are none. */
function momentOf(form: FormData, zone: string): string {
  const text = (name: string) => String(form.get(name) ?? '');
  if (text('scheduled_at')) return text('scheduled_at');
  try {
    const wall = Temporal.PlainDateTime.from(`${text('date')}T${text('time')}`);
    return wall.toZonedDateTime(zone).toInstant().toString();
  } catch {
    return '';
  }
}
