import { systems } from './codes';
import { codingOf, conceptOf } from './concept';
import { put } from './edit';
import { at, type Json, type JsonObject, list, object, string } from './json';
import type { Part } from './part';
import { putUnit, putValue, unitOf, valueText } from './quantity';

interface Pressures {
  readonly systolic?: string | undefined;
  readonly diastolic?: string | undefined;
}

/** The code of a blood pressure, and those of its two components. */
export const bloodPressure = { code: '85354-9', code_system: systems.loinc } as const;
const parts = { systolic: '8480-6', diastolic: '8462-4' } as const;
const displays = { systolic: 'Systolic blood pressure', diastolic: 'Diastolic blood pressure' } as const;
const keys = ['systolic', 'diastolic'] as const;

const isPart = (component: Json, key: (typeof keys)[number]) =>
  codingOf(at(component, 'code'), systems.loinc) === parts[key];

/** A number without its unit is read as millimetres of mercury, so one in another unit is not given as a number. */
function pressure(component: Json): string | undefined {
  const quantity = object(at(component, 'valueQuantity'));
  const known = ['mm[Hg]', 'mmHg', 'mm Hg'].includes(unitOf(quantity) ?? '');
  return known && string(quantity?.comparator) === undefined ? valueText(quantity) : undefined;
}

export function isPressureShown(component: Json): boolean {
  return keys.some((key) => isPart(component, key)) && pressure(component) !== undefined;
}

function read(tree: JsonObject): Pressures {
  const of = (key: (typeof keys)[number]) => {
    const found = list(tree.component).find((component) => isPart(component, key));
    return found === undefined ? undefined : pressure(found);
  };
  return { systolic: of('systolic'), diastolic: of('diastolic') };
}

/** Both are components of one Observation: two without a link could be taken for two measurements. */
function write(tree: JsonObject, content: Pressures): void {
  let components = list(tree.component);
  for (const key of keys) {
    if (read({ component: components })[key] === content[key]) continue;
    components = withPressure(components, key, content[key]);
  }
  put(tree, 'component', components.length === 0 ? undefined : components);
  if (components.length > 0 && tree.valueString === undefined && tree.valueQuantity === undefined)
    put(tree, 'dataAbsentReason', undefined);
}

function withPressure(components: Json[], key: (typeof keys)[number], value: string | undefined): Json[] {
  const place = components.findIndex((component) => isPart(component, key));
  if (value === undefined) return components.filter((_, index) => index !== place);
  const before = object(components[place]) ?? { code: conceptOf(systems.loinc, parts[key], displays[key]) };
  const { dataAbsentReason: _, ...component } = before;
  const quantity = { ...object(component.valueQuantity) };
  putValue(quantity, value);
  put(quantity, 'comparator', undefined);
  if (pressure({ valueQuantity: quantity }) === undefined) putUnit(quantity, 'mm[Hg]');
  const written = { ...component, valueQuantity: quantity };
  return place < 0 ? [...components, written] : components.with(place, written);
}

export const bloodPressurePart: Part<Pressures> = { keys: ['systolic', 'diastolic'], read, write };
