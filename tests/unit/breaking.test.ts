import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { careMutations } from '../breaking/care-mutations';
import { chartMutations } from '../breaking/chart-mutations';
import { codeMutations } from '../breaking/code-mutations';
import { databaseMutations } from '../breaking/database-mutations';
import { exchangeMutations } from '../breaking/exchange-mutations';
import { fhirDoorMutations } from '../breaking/fhir-door-mutations';
import { identityMutations } from '../breaking/identity-mutations';

/** A breach whose place has moved breaks nothing, and would be taken for one that every check sees. */
describe('each breach that the checks are tried with finds its place', () => {
  it.each([
    ...careMutations,
    ...chartMutations,
    ...exchangeMutations,
    ...fhirDoorMutations,
    ...codeMutations,
    ...databaseMutations,
    ...identityMutations,
  ])('$name', ({ file, find, replace }) => {
    expect(readFileSync(file, 'utf8')).toContain(find);
    expect(replace).not.toBe(find);
  });
});
