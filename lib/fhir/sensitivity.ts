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

/**
 * Sets the label R on what nothing restricts yet. Taken off is whatever restricts, a source's own labels as well:
 * otherwise it would be called open and stay closed. The version before keeps them.
 */
export function labelSensitivity(tree: JsonObject, restricted: boolean): void {
  if ((sensitivityOf(tree) === 'restricted') === restricted) return;
  const labels = list(at(tree.meta, 'security'));
  const own = { system: systems.confidentiality, code: 'R', display: 'restricted' };
  putLabels(tree, restricted ? [...labels, own] : labels.filter((label) => !isRestricting(label)));
  if (!restricted && tree.securityLabel !== undefined) openDocument(tree);
}

function putLabels(tree: JsonObject, labels: Json[]): void {
  put(within(tree, 'meta'), 'security', labels.length === 0 ? undefined : labels);
  prune(tree, 'meta');
}

function openDocument(tree: JsonObject): void {
  const open = list(tree.securityLabel).filter(
    (label) => !list(at(label, 'coding')).some((coding) => isRestricting(coding)),
  );
  put(tree, 'securityLabel', open.length === 0 ? undefined : open);
}
