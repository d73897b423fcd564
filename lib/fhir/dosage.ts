import type { PrescriptionContent } from './content-view';
import { prune, put, within } from './edit';
import { at, type Json, type JsonObject, list, object, string } from './json';
import type { Part } from './part';

function instructions(tree: JsonObject): Json[] {
  return list(tree.dosageInstruction);
}

function words(tree: JsonObject): string | undefined {
  const texts = instructions(tree).flatMap((dosage) => string(at(dosage, 'text')) ?? []);
  return texts.length === 0 ? undefined : texts.join('\n');
}

const bounds = (tree: JsonObject) => object(at(instructions(tree), 0, 'timing', 'repeat', 'boundsPeriod'));

/**
 * Other words replace the whole instruction: a structured dose that no longer agrees with them would be dangerous.
 * The days of the course go with it and are written again by the next part.
 */
export const dosagePart: Part<PrescriptionContent> = {
  keys: ['dosage'],
  read: (tree) => ({ dosage: words(tree) }),
  write: (tree, { dosage: text }) =>
    put(tree, 'dosageInstruction', text === undefined ? undefined : [{ text }]),
};

/** `Timing.repeat.boundsPeriod`: when the medicine is taken. (`validityPeriod` says until when it may be dispensed.) */
export const coursePart: Part<PrescriptionContent> = {
  keys: ['starts', 'ends'],
  read: (tree) => ({ starts: string(bounds(tree)?.start), ends: string(bounds(tree)?.end) }),
  write(tree, { starts, ends }) {
    const dosage = object(at(instructions(tree), 0)) ?? {};
    const repeat = within(within(dosage, 'timing'), 'repeat');
    for (const form of ['boundsDuration', 'boundsRange']) put(repeat, form, undefined);
    const period = within(repeat, 'boundsPeriod');
    put(period, 'start', starts);
    put(period, 'end', ends);
    prune(dosage, 'timing', 'repeat', 'boundsPeriod');
    const rest = instructions(tree).slice(1);
    const all = Object.keys(dosage).length === 0 ? rest : [dosage, ...rest];
    put(tree, 'dosageInstruction', all.length === 0 ? undefined : all);
  },
};
