import { expect, it } from 'vitest';
import { nearestWord } from '#lib/terminology/spelling';

const known = ['diabetes', 'diarrhea', 'hypertension', 'hypotension', 'gout', 'goiter', 'migraine'];

it.each([
  ['diabtes', 'diabetes'],
  ['daibetes', 'diabetes'],
  ['diarhea', 'diarrhea'],
  ['hypertention', 'hypertension'],
  ['hypotenson', 'hypotension'],
  ['migrane', 'migraine'],
  ['guot', 'gout'],
  // Only its beginning is typed.
  ['hypretens', 'hypertension'],
])('%s means %s', (typed, meant) => {
  expect(nearestWord(typed, known)).toBe(meant);
});

it.each(['got', 'elephant', 'xiabetes', 'qq', ''])('%s means nothing else', (typed) => {
  expect(nearestWord(typed, known)).toBe(typed);
});
