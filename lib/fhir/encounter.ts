import type { Encounter } from '@medplum/fhirtypes';
import { encounterClasses, systems } from './codes';
import { firstConceptPart, wordsPart } from './concept';
import type { EncounterContent } from './content-view';
import { put, within } from './edit';
import { at, type Lossless, string } from './json';
import { statusLifecycle } from './lifecycle';
import type { WritableMapping } from './mapping';
import { periodAt, refuseBackwards } from './occurred';
import type { Part } from './part';

const encounterClass: Part<EncounterContent> = {
  keys: ['class'],
  read: (tree) => ({ class: string(at(tree.class, 'code')) }),
  write(tree, { class: code = 'AMB' }) {
    const display = Object.entries(encounterClasses).find(([known]) => known === code)?.[1];
    put(tree, 'class', { system: systems.actCode, code, ...(display !== undefined && { display }) });
  },
};

const ends: Part<EncounterContent> = {
  keys: ['ends'],
  read: (tree) => ({ ends: string(at(tree.period, 'end')) }),
  write(tree, content) {
    const period = within(tree, 'period');
    refuseBackwards(string(period.start), content.ends);
    put(period, 'end', content.ends);
    if (Object.keys(period).length === 0) delete tree.period;
  },
};

export const encounterMapping: WritableMapping<EncounterContent> = {
  recordType: 'encounter',
  resourceType: 'Encounter',
  parts: [firstConceptPart('type'), encounterClass, wordsPart('reason', 'reasonCode', 'list'), ends],
  firstStatuses: ['finished', 'in-progress'],
  skeleton: ({ id, patient, author, occurred }, status) =>
    ({
      resourceType: 'Encounter',
      id,
      status: status as Encounter['status'],
      subject: patient,
      period: { start: occurred },
      ...(author && { participant: [{ individual: author }] }),
    }) satisfies Lossless<Omit<Encounter, 'class'>>,
  status: (tree) => string(tree.status) ?? 'unknown',
  occurred: (tree, zone) => periodAt(tree.period, zone),
  warnings: () => [],
  lifecycle: statusLifecycle('in-progress', 'finished'),
  amended: () => undefined,
  enterInError: (tree) => put(tree, 'status', 'entered-in-error'),
};
