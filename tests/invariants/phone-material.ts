import { listDemoOutbox } from '#lib/operations/demo-outbox/list';
import type { Caller } from '#lib/operations/kernel/caller';
import { setupPhone } from '#lib/operations/phones/setup';
import type { Clock } from '#lib/platform/clock';
import { newNumber } from '../factories/phone-holder';
import { visitor } from '../factories/visitor';

/** The code by which a number counts that this caller has just begun to set up; any code where they cannot. */
export async function firstCode(clock: Clock, caller: Caller): Promise<string> {
  const number = newNumber();
  const begun = await visitor(clock, caller)
    .call(setupPhone, { phone_number: number })
    .catch(() => null);
  if (!begun) return '287082';
  const reader = visitor(clock, { kind: 'system', job: 'demo-outbox' });
  const { items } = await reader.call(listDemoOutbox, {});
  return items.find(({ to }) => to === number)?.text.slice(0, 6) ?? '287082';
}
