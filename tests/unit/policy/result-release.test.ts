import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isNews, stateOfResult } from '#lib/policy/result-release';
import { releaseChoices } from '#lib/policy/subject';

const facts = fc.record({
  critical: fc.boolean(),
  news: fc.boolean(),
  origin: fc.constantFrom('clinic' as const, 'import' as const),
  commented: fc.boolean(),
  groups: fc.boolean(),
});

describe('the release of a result', () => {
  it('is at once unless its patient has asked for something else', () => {
    fc.assert(fc.property(facts, (each) => stateOfResult(each, 'at_once').release === 'released'));
  });

  it('never waits for a comment that nobody is asked for', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...releaseChoices), (each, choice) => {
        const { release, review } = stateOfResult(each, choice);
        if (release === 'awaiting_comment') expect(['pending', 'critical']).toContain(review);
        if (choice === 'ask_first') expect(release).toBe('ask_first');
        if (review === 'critical') expect(each.critical).toBe(true);
      }),
    );
  });

  it('asks a doctor about news, not about history nor twice about one report', () => {
    const news = { critical: false, news: true, origin: 'import', commented: false, groups: false } as const;
    expect(stateOfResult(news, 'at_once').review).toBe('pending');
    expect(stateOfResult({ ...news, critical: true }, 'at_once').review).toBe('critical');
    expect(stateOfResult({ ...news, news: false, critical: true }, 'at_once').review).toBe('none');
    expect(stateOfResult({ ...news, groups: true }, 'at_once').review).toBe('none');
    expect(stateOfResult({ ...news, origin: 'clinic' }, 'at_once').review).toBe('none');
    expect(stateOfResult({ ...news, origin: 'clinic', critical: true }, 'at_once').review).toBe('critical');
  });

  it('counts ninety days as news', () => {
    const now = Temporal.Instant.from('2026-11-24T09:00:00Z');
    expect(isNews(now.subtract({ hours: 90 * 24 }), now)).toBe(true);
    expect(isNews(now.subtract({ hours: 90 * 24, seconds: 1 }), now)).toBe(false);
  });
});
