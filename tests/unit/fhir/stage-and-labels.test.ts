import { describe, expect, it } from 'vitest';
import { asDraft, signed, withSensitivity } from '#lib/fhir/draft';
import { fromResource } from '#lib/fhir/resource';
import { coded, inline, loinc, observation, paper, read, report, section } from './received';
import { amended, made, recorded_at, tree } from './written';

describe('a draft', () => {
  it('is told by its tag, so that what another system calls preliminary is none', () => {
    const imported = made('lab_result', { text: 'a', value: '1' }, { status: 'preliminary' });
    expect(fromResource(imported, 'UTC')).toMatchObject({ stage: 'final', warnings: ['preliminary'] });
    const draft = asDraft(imported);
    expect(fromResource(draft, 'UTC').stage).toBe('draft');
    expect(tree(signed(draft, { recorded_at }))).toMatchObject({ status: 'final' });
    expect(signed(draft, { recorded_at })).not.toContain('meta');
    expect(() => signed(imported, { recorded_at })).toThrow('no draft');
    expect(() => asDraft('{"resourceType":"Claim"}')).toThrow('only read');
  });

  it('of what was not done stays that, and becomes unfinished when it is done', () => {
    const draft = asDraft(made('procedure', { text: 'a', not_done: true }));
    expect(tree(draft).status).toBe('not-done');
    expect(tree(signed(draft, { recorded_at })).status).toBe('not-done');
    expect(tree(amended(draft, 'procedure', { text: 'a' })).status).toBe('preparation');
  });

  it('amended once it is signed, says so where R4 can', () => {
    const note = signed(asDraft(made('note', { text: 'a', body: 'a' })), { recorded_at });
    const changed = amended(note, 'note', { text: 'a', body: 'b' });
    expect(fromResource(changed, 'UTC')).toMatchObject({ stage: 'amended', status: 'amended' });
  });
});

describe('time', () => {
  it('does not run backwards', () => {
    const place = { occurred_at: '2026-11-25' };
    expect(() => made('procedure', { text: 'a', performed_end: '2026-11-24' }, place)).toThrow(
      'before it begins',
    );
    expect(() => made('encounter', { text: 'a', ends: '2026-11-24' }, place)).toThrow('before it begins');
  });

  it('of a procedure keeps its beginning when its end goes', () => {
    const text = made('procedure', { text: 'a', performed_end: '2026-11-26' }, { occurred_at: '2026-11-25' });
    expect(tree(text)).toMatchObject({ performedPeriod: { start: '2026-11-25', end: '2026-11-26' } });
    const point = tree(amended(text, 'procedure', { text: 'a' }));
    expect(point).toMatchObject({ performedDateTime: '2026-11-25' });
    expect(point).not.toHaveProperty('performedPeriod');
  });
});

describe('who may see it', () => {
  const label = (system: string, code: string) => ({
    meta: { security: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }] },
  });

  it.each([
    ['v3-Confidentiality', 'N', 'normal'],
    ['v3-Confidentiality', 'V', 'restricted'],
    ['v3-ActCode', 'PSY', 'restricted'],
    ['v3-ActCode', 'HIV', 'restricted'],
    ['v3-ActReason', 'HIV', 'normal'],
  ])('%s %s is %s', (system, code, sensitivity) => {
    expect(read(observation('laboratory', label(system, code))).sensitivity).toBe(sensitivity);
  });

  it('is set and taken off without a trace, and with it what restricts by the word of the source', () => {
    const text = made('diagnosis', { text: 'a' });
    const labelled = withSensitivity(text, true);
    expect(fromResource(labelled, 'UTC').sensitivity).toBe('restricted');
    expect(withSensitivity(labelled, true)).toBe(labelled);
    expect(withSensitivity(labelled, false)).toBe(text);
    const own = JSON.stringify(observation('laboratory', label('v3-ActCode', 'SUD')));
    expect(withSensitivity(own, true)).toBe(own);
    expect(tree(withSensitivity(own, false))).toEqual(observation('laboratory'));
    const mild = label('v3-Confidentiality', 'L').meta.security;
    const both = { meta: { security: [...label('v3-ActCode', 'HIV').meta.security, ...mild] } };
    const closed = {
      ...both,
      securityLabel: [coded('http://terminology.hl7.org/CodeSystem/v3-ActCode', 'PSY')],
    };
    const opened = withSensitivity(JSON.stringify(paper(closed)), false);
    expect(tree(opened)).toEqual(paper({ meta: { security: mild } }));
    expect(fromResource(opened, 'UTC').sensitivity).toBe('normal');
  });
});

describe('a result', () => {
  const named = (display: string, more = {}) => ({ code: { coding: [{ system: loinc, display }] }, ...more });

  it.each([
    [
      observation('laboratory', named('HIV 1 Ab [Units/volume] in Serum', { valueQuantity: { value: 1 } })),
      'infection',
    ],
    [observation('laboratory', named('Hepatitis B virus surface Ag')), 'infection'],
    [observation('laboratory', { code: coded(loinc, '94500-6') }), 'infection'],
    [observation('laboratory', named('BRCA1 gene mutations found')), 'genetics'],
    [report({ category: section('PAT') }), 'pathology'],
    [report({ category: section('LAB'), code: { text: 'Skin biopsy' } }), 'pathology'],
    [observation('laboratory', { code: coded(loinc, '2345-7') }), 'blood_and_chemistry'],
    [observation('laboratory', { valueQuantity: { value: 1, unit: 'g' } }), 'blood_and_chemistry'],
    [observation('laboratory', { valueString: 'seen' }), 'other'],
    [observation('vital-signs', { valueQuantity: { value: 1 } }), null],
    [observation('social-history', { code: { text: 'Sexual partners, HIV' } }), null],
    [observation('survey', { code: { text: 'Cancer worry' } }), null],
    [observation('imaging', { code: { text: 'Mass, likely tumour' } }), 'imaging'],
    [observation('exam', { code: { text: 'Pap smear cytology' } }), 'pathology'],
    [{ resourceType: 'Observation', code: { text: 'BRCA1 variant' } }, 'genetics'],
    [{ resourceType: 'Observation', code: coded(loinc, '8867-4') }, null],
    [
      { resourceType: 'Observation', category: section('LAB'), code: { text: 'HIV viral load' } },
      'infection',
    ],
    [report({ category: section('RAD'), conclusion: 'A mass' }), 'imaging'],
    [report({ category: [...section('LAB'), coded(loinc, 'LP7839-6')] }), 'pathology'],
    [report({ category: [coded('http://hl7.org/fhir/v2/0074', 'CT')] }), 'imaging'],
    [report({ category: [{ text: 'Radiology' }] }), 'imaging'],
    [report({ conclusion: 'Seen' }), 'other'],
    [report({ category: [coded(loinc, '34117-2')] }), null],
    [report({ category: section('PAT'), code: coded(loinc, '34117-2') }), 'pathology'],
    [report({ code: coded(loinc, '44249-1') }), null],
    [paper({ type: coded(loinc, '11526-1') }), 'pathology'],
    [paper({ type: coded(loinc, '68604-8'), ...inline('text/plain') }), 'imaging'],
    [paper({ type: { text: 'CT chest report' } }), 'imaging'],
    [paper({ type: { text: 'Consent for a biopsy' } }), null],
    [paper({ type: { text: 'Scan' }, category: [{ text: 'Test report' }] }), 'imaging'],
    [paper({ type: { text: '3 May' }, category: [{ text: 'Imaging' }] }), 'imaging'],
    [paper({ type: coded(loinc, '34117-2') }), null],
    [{ resourceType: 'ImagingStudy', status: 'available' }, 'imaging'],
    [{ resourceType: 'Condition', code: { text: 'HIV' } }, null],
  ])('%j', (resource, category) => {
    expect(read(resource).result_category).toBe(category);
  });

  it('is a laboratory’s where one of its sections says so', () => {
    const said = { resourceType: 'Observation', category: section('LAB'), code: { text: 'HIV viral load' } };
    expect(read(said).record_type).toBe('lab_result');
    expect(read(report({ category: section('RAD') })).record_type).toBe('other');
  });

  it.each(['LL', 'HH', 'AA'])('flagged %s asks for an acknowledgement, on a component too', (code) => {
    const interpretation = [
      coded('http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code),
    ];
    expect(read(observation('laboratory', { interpretation })).critical).toBe(true);
    expect(read(observation('laboratory', { component: [{ interpretation }] })).critical).toBe(true);
    expect(read(observation('laboratory')).critical).toBe(false);
  });
});
