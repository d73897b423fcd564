import { systems } from './codes';
import { codingOf, conceptText } from './concept';
import { at, type Json, type JsonObject, list, object, string } from './json';
import { readMeasurement } from './measurement';
import type { Part } from './part';

/** Why there is no value: the code where HL7 has one, or else the words. */
export function absentReason(tree: Json | undefined): string | undefined {
  const reason = at(tree, 'dataAbsentReason');
  return codingOf(reason, systems.dataAbsentReason) ?? conceptText(reason);
}

export const absentReasonShown: Part<{ readonly absent_reason?: string | undefined }> = {
  keys: ['absent_reason'],
  read: (tree) => ({ absent_reason: absentReason(tree) }),
  write: () => undefined,
};

export interface Component {
  readonly text: string;
  readonly value?: string | undefined;
}
type Components = { readonly components?: Component[] | undefined };

/** What was measured or asked within one Observation: a panel's parts, the answers of a questionnaire. */
export const componentsShown: Part<Components> = {
  keys: ['components'],
  read: (tree) => componentsOf(tree),
  write: () => undefined,
};

export function componentsOf(
  tree: JsonObject,
  isElsewhere: (component: Json) => boolean = () => false,
): Components {
  const components = list(tree.component)
    .filter((component) => !isElsewhere(component))
    .map((component) => ({ text: conceptText(at(component, 'code')) ?? '', ...spoken(component) }));
  return components.length === 0 ? {} : { components };
}

function spoken(component: Json): { value?: string } {
  const value = object(component) && measuredWords(object(component) ?? {});
  const said = value ?? absentReason(component);
  return said === undefined ? {} : { value: said };
}

/** The value with its comparator and unit, in one line. */
export function measuredWords(tree: JsonObject): string | undefined {
  const { value, comparator } = readMeasurement(tree);
  if (value === undefined) return undefined;
  const unit = string(at(tree.valueQuantity, 'unit')) ?? string(at(tree.valueQuantity, 'code'));
  return `${comparator ?? ''}${value}${unit === undefined ? '' : ` ${unit}`}`;
}
