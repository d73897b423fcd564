import { createElement } from 'react';
import { expect, it } from 'vitest';
import { PasswordField } from '#components/form/password-field';
import type { PasswordProfile } from '#lib/domain/password-policy';
import { markupOf } from '../../harness/drawn';

function rulesOf(policy?: PasswordProfile): string[] {
  const field = createElement(PasswordField, {
    name: 'password',
    label: 'Password',
    ...(policy && { policy }),
  });
  const items = markupOf(field).split('<li').slice(1);
  return items.map((item) =>
    item
      .replace(/^[^>]*>/, '')
      .replace(/<span.*$/s, '')
      .replace(/<svg.*<\/svg>/s, ''),
  );
}

it.each([
  [
    'classic',
    [...['12 characters or more', 'a capital letter', 'a small letter', 'a number'], 'a symbol like ! ? #'],
  ],
  ['nist', ['15 characters or more', 'no well-known password, and no pattern over and over']],
] as const)('a new password shows the rules of the %s profile', (policy, rules) => {
  expect(rulesOf(policy)).toEqual(rules);
});

it('a password that is only asked for shows none', () => {
  expect(rulesOf()).toEqual([]);
});
