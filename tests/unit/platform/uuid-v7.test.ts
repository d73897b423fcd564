import { describe, expect, it } from 'vitest';
import { uuidV7 } from '#lib/platform/uuid-v7';

const many = Array.from({ length: 20_000 }, uuidV7);

describe('an id', () => {
  it('has the layout of version 7 and the moment it was made', () => {
    const before = Date.now();
    const id = uuidV7();
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const made = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now());
  });

  it('is greater than every one before it', () => {
    expect([...many].sort()).toEqual(many);
    expect(new Set(many).size).toBe(many.length);
  });

  it('shares no random half with another', () => {
    expect(new Set(many.map((id) => id.slice(-12))).size).toBe(many.length);
  });
});
