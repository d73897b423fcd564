import { z } from 'zod';
import { compareDecimals } from '#lib/domain/decimal';
import { type InterpretationCode, systems } from './codes';
import { codingOf } from './concept';
import { at, type JsonObject, list } from './json';

/** Words for a flag, as keys of the message catalogue. */
const flagKeys = [
  'in_range',
  'low',
  'high',
  'critical_low',
  'critical_high',
  'significantly_low',
  'significantly_high',
  'off_scale_low',
  'off_scale_high',
  'abnormal',
  'critical_abnormal',
  'positive',
  'negative',
  'indeterminate',
  'detected',
  'not_detected',
  'susceptible',
  'intermediate',
  'resistant',
  'better',
  'worse',
  'changed_up',
  'changed_down',
] as const;
type FlagKey = (typeof flagKeys)[number];

export const flag = z.strictObject({
  key: z.enum(flagKeys),
  /** `reported` by the laboratory, or `computed` here from the range that came with the result. */
  source: z.enum(['reported', 'computed']),
  /** LL, HH and AA ask for an acknowledgement. */
  critical: z.boolean(),
});
export type Flag = z.output<typeof flag>;

const ordinary: readonly FlagKey[] = [
  'in_range',
  'negative',
  'not_detected',
  'susceptible',
  'better',
  'changed_up',
  'changed_down',
];

/** Somebody should look at it: out of range, found where nothing should be, or not clear. */
export const isNotable = (said: Flag | null): boolean => said !== null && !ordinary.includes(said.key);

const keys: Record<InterpretationCode, FlagKey> = {
  N: 'in_range',
  L: 'low',
  H: 'high',
  LL: 'critical_low',
  HH: 'critical_high',
  LU: 'significantly_low',
  HU: 'significantly_high',
  '<': 'off_scale_low',
  '>': 'off_scale_high',
  A: 'abnormal',
  AA: 'critical_abnormal',
  POS: 'positive',
  NEG: 'negative',
  IND: 'indeterminate',
  E: 'indeterminate',
  DET: 'detected',
  ND: 'not_detected',
  RR: 'positive',
  WR: 'positive',
  NR: 'negative',
  S: 'susceptible',
  I: 'intermediate',
  R: 'resistant',
  B: 'better',
  W: 'worse',
  U: 'changed_up',
  D: 'changed_down',
};

const isKnown = (code: string): code is InterpretationCode => Object.hasOwn(keys, code);

/** The v2 table that v3-ObservationInterpretation replaced; its codes mean the same. */
const legacySystem = 'http://terminology.hl7.org/CodeSystem/v2-0078';

export function interpretationCode(tree: JsonObject): string | undefined {
  const coded = list(tree.interpretation).map((concept) =>
    codingOf(concept, systems.interpretation, legacySystem),
  );
  return coded.find((code) => code !== undefined);
}

const criticalCodes = ['LL', 'HH', 'AA'];

/** LL, HH or AA, on the result or on one of its components: it asks for an acknowledgement. */
export function isCritical(tree: JsonObject): boolean {
  const parts = [tree, ...list(tree.component)];
  const concepts = parts.flatMap((part) => list(at(part, 'interpretation')));
  return concepts.some((one) =>
    criticalCodes.includes(codingOf(one, systems.interpretation, legacySystem) ?? ''),
  );
}

interface Measured {
  readonly value: string;
  readonly comparator?: string | undefined;
  readonly unit?: string | undefined;
}

interface Range {
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly unit?: string | undefined;
}

/** The laboratory's flag; without one, ours, if the range that came with the result decides. */
export function flagOf(
  code: string | undefined,
  measured: Measured | null,
  range: Range | null,
): Flag | null {
  if (code !== undefined && isKnown(code))
    return { key: keys[code], source: 'reported', critical: criticalCodes.includes(code) };
  if (code !== undefined || !measured || !range) return null;
  const key = computeFlag(measured, range);
  return key && { key, source: 'computed', critical: false };
}

/**
 * Below, above or inside the range; null where the units differ or a comparator leaves it open:
 * `<5` is certainly below 5, but says nothing against a range from 3 to 10.
 */
export function computeFlag(measured: Measured, range: Range): 'low' | 'high' | 'in_range' | null {
  if (range.low === undefined && range.high === undefined) return null;
  if (measured.unit !== range.unit) return null;
  const low = range.low === undefined ? 'above' : side(measured, range.low);
  const high = range.high === undefined ? 'below' : side(measured, range.high);
  if (low === 'below') return 'low';
  if (high === 'above') return 'high';
  const notBelow = low === 'at' || low === 'above' || low === 'at_or_above';
  const notAbove = high === 'at' || high === 'below' || high === 'at_or_below';
  return notBelow && notAbove ? 'in_range' : null;
}

type Side = 'below' | 'at_or_below' | 'at' | 'at_or_above' | 'above' | 'unknown';

/** Where all values that the measurement allows lie, seen from a limit. */
function side({ value, comparator }: Measured, limit: string): Side {
  const order = compareDecimals(value, limit);
  if (order === null) return 'unknown';
  if (comparator === undefined) return order < 0 ? 'below' : order > 0 ? 'above' : 'at';
  if (comparator.startsWith('<')) return upTo(order, comparator === '<=');
  if (comparator.startsWith('>')) return from(order, comparator === '>=');
  return 'unknown';
}

function upTo(order: number, inclusive: boolean): Side {
  if (order > 0) return 'unknown';
  return order === 0 && inclusive ? 'at_or_below' : 'below';
}

function from(order: number, inclusive: boolean): Side {
  if (order < 0) return 'unknown';
  return order === 0 && inclusive ? 'at_or_above' : 'above';
}
