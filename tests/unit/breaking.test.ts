import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { careMutations } from '../breaking/care-mutations';
import { chartMutations } from '../breaking/chart-mutations';
import { codeMutations } from '../breaking/code-mutations';
import { databaseMutations } from '../breaking/database-mutations';
import { fhirMutations } from '../breaking/fhir-mutations';
import { identityMutations } from '../breaking/identity-mutations';
import { resultMutations } from '../breaking/result-mutations';

/** A breach whose place has moved breaks nothing, and would be taken for one that every check sees. */
describe('each breach that the checks are tried with finds its place', () => {
  it.each([
    ...careMutations,
    ...chartMutations,
    ...codeMutations,
    ...databaseMutations,
    ...fhirMutations,
    ...identityMutations,
    ...resultMutations,
  ])('$name', ({ file, find, replace }) => {
    expect(readFileSync(file, 'utf8')).toContain(find);
    expect(replace).not.toBe(find);
  });
});
