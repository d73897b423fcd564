import { systems } from '../codes';
import { codingOf } from '../concept';
import { type Json, type JsonObject, object, string } from '../json';
import { fitsProperty, isUcum } from '../unit-check';
import type { BundleEntry } from './bundle-entry';
import { type BundleIssue, warningAt } from './issue';
import { pathOf } from './strict-parser';

/** Units that are none, or that cannot belong to what was measured. They are kept: a warning, not a refusal. */
export function checkUnits({ resource, place }: BundleEntry): BundleIssue[] {
  const issues: BundleIssue[] = [];
  walk(resource, [], null, (unit, loinc, steps) => {
    const path = `${pathOf(place, steps)}.code`;
    if (!isUcum(unit)) issues.push(warningAt(path, 'unknown_unit'));
    else if (loinc !== null && !fitsProperty(loinc, unit)) issues.push(warningAt(path, 'unfit_unit'));
  });
  return issues;
}

type Visit = (unit: string, loinc: string | null, steps: readonly (string | number)[]) => void;
type Steps = (string | number)[];

/** The nearest code above a quantity says what it measures: the observation's, or its component's. */
function walk(value: Json | undefined, steps: Steps, above: string | null, visit: Visit): void {
  const tree = object(value);
  const loinc = (tree && loincOf(tree)) ?? above;
  const unit = tree?.system === systems.ucum ? string(tree.code) : undefined;
  if (unit !== undefined) visit(unit, steps.at(-1) === 'valueQuantity' ? loinc : null, steps);
  const children = Array.isArray(value) ? value.entries() : Object.entries(tree ?? {});
  for (const [key, child] of children) {
    if (typeof child !== 'object') continue;
    steps.push(key);
    walk(child, steps, loinc, visit);
    steps.pop();
  }
}

const loincOf = (tree: JsonObject): string | null => codingOf(tree.code, systems.loinc) ?? null;
