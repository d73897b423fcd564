import { systems } from './codes';
import { prune, put, within } from './edit';
import { at, type Json, type JsonObject, list, string } from './json';

export const sensitivities = ['normal', 'restricted'] as const;
export type Sensitivity = (typeof sensitivities)[number];

const confidential = ['R', 'V'];

/** v3-ActCode, InformationSensitivityPolicy: what is protected for what it is about. */
const topics = [
  ...[
    'PSY',
    'PSYTHPN',
    'BH',
    'MH',
    'EMOTDIS',
    'COGN',
    'SUD',
    'ETH',
    'ETHUD',
    'OPIOIDUD',
    'TBOO',
    'ALC',
    'DRUG',
  ],
  ...[
    'HIV',
    'STD',
    'SEX',
    'SDV',
    'VIO',
    'SCA',
    'SICKLE',
    'GDIS',
    'PREGNANT',
    'MST',
    'SPI',
    'DVD',
    'CEL',
    'VIP',
  ],
];

function isRestricting(label: Json): boolean {
  const [system, code] = [at(label, 'system'), string(at(label, 'code')) ?? ''];
  if (system === systems.confidentiality) return confidential.includes(code);
  return system === systems.actCode && topics.includes(code);
}

/** From the labels of the resource, and those of the document that it describes. */
export function sensitivityOf(tree: JsonObject): Sensitivity {
  const ofDocument = list(tree.securityLabel).flatMap((label) => list(at(label, 'coding')));
  const labels = [...list(at(tree.meta, 'security')), ...ofDocument];
  return labels.some(isRestricting) ? 'restricted' : 'normal';
}

const isOurs = (label: Json) => at(label, 'system') === systems.confidentiality && at(label, 'code') === 'R';

/** Sets or takes off the label R. What a source has labelled otherwise stays, and stays restricted. */
export function labelSensitivity(tree: JsonObject, restricted: boolean): void {
  const labels = list(at(tree.meta, 'security'));
  if (labels.some(isOurs) === restricted) return;
  const rest = labels.filter((label) => !isOurs(label));
  const own = { system: systems.confidentiality, code: 'R', display: 'restricted' };
  const all = restricted ? [...rest, own] : rest;
  put(within(tree, 'meta'), 'security', all.length === 0 ? undefined : all);
  prune(tree, 'meta');
}
