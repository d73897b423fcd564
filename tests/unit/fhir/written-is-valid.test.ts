import fc from 'fast-check';
import { Fhir } from 'fhir';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { recordContent } from '#lib/fhir/content';
import type { ContentByType } from '#lib/fhir/content-view';
import { asDraft, signed, withSensitivity } from '#lib/fhir/draft';
import { fromResource, markEnteredInError } from '#lib/fhir/resource';
import { resourceValidator } from '#lib/fhir/validate';
import { readFhirDefinitions } from '#lib/platform/fhir-definitions';
import { anyContent } from './any-content';
import { amended, made, writableTypes } from './written';

const validate = resourceValidator(readFhirDefinitions);
const another = new Fhir();
const recorded_at = Temporal.Instant.from('2026-11-26T08:00:00Z');

function expectValid(text: string): void {
  expect(validate(text)).toEqual([]);
  const { messages } = another.validate(JSON.parse(text), { errorOnUnexpected: true });
  expect(messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([]);
}

describe('what we write is valid R4 for two validators', () => {
  it.each(writableTypes)('%s: new, as a draft, signed, amended, restricted and in error', (type) => {
    fc.assert(
      fc.property(anyContent[type], anyContent[type], (before, after) => {
        const [first, second] = [before, after].map((one) => recordContent[type].parse(one)) as [
          ContentByType[typeof type],
          ContentByType[typeof type],
        ];
        const place = { encounter_id: 'e1', occurred_at: '2026-11' };
        const draft = asDraft(made(type, first, place));
        const final = signed(amended(draft, type, second), { recorded_at });
        const texts = [
          made(type, first, place),
          made(type, first, { practitioner_id: null, by_patient: true }),
          draft,
          final,
          withSensitivity(amended(final, type, first), true),
          markEnteredInError(final),
          markEnteredInError(draft),
        ];
        for (const text of texts) expectValid(text);
        expect(texts.map((text) => fromResource(text, 'UTC').stage)).toEqual([
          'final',
          'final',
          'draft',
          'final',
          expect.stringMatching(/final|amended/),
          'entered_in_error',
          'entered_in_error',
        ]);
        expect(fromResource(final, 'UTC').content).toEqual(second);
      }),
      { numRuns: 12 },
    );
  });
});
