import { z } from 'zod';
import { defaultSessionRules, type SessionRole, type SessionRule, sessionRoles } from '../session-rules';

const kinds = { SESSION_LIMIT: 'most', SESSION_IDLE_MINUTES: 'idleMinutes', SESSION_HOURS: 'hours' } as const;

type Name = `${keyof typeof kinds}_${Uppercase<SessionRole>}`;

/** A year at most, so that no slip of a finger makes a session last for ever. */
const most = { most: 10_000, idleMinutes: 1440, hours: 8760 } as const;

function wholeNumber(name: string, role: SessionRole, rule: keyof SessionRule) {
  const fault = `${name} must be a number from 1 to ${most[rule]}, such as ${defaultSessionRules[role][rule]}.`;
  return z
    .string()
    .refine((text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= most[rule], fault)
    .transform(Number)
    .default(defaultSessionRules[role][rule]);
}

/** How long and how often each role may be signed in; what is not set keeps its default. */
export const sessionVariables = Object.fromEntries(
  Object.entries(kinds).flatMap(([kind, rule]) =>
    sessionRoles.map((role) => {
      const name = `${kind}_${role.toUpperCase()}`;
      return [name, wholeNumber(name, role, rule)];
    }),
  ),
) as Record<Name, ReturnType<typeof wholeNumber>>;

export function readSessionRules(given: Readonly<Record<Name, number>>): Record<SessionRole, SessionRule> {
  const ruleOf = (role: SessionRole): SessionRule => {
    const suffix = role.toUpperCase() as Uppercase<SessionRole>;
    return {
      most: given[`SESSION_LIMIT_${suffix}`],
      idleMinutes: given[`SESSION_IDLE_MINUTES_${suffix}`],
      hours: given[`SESSION_HOURS_${suffix}`],
    };
  };
  return { patient: ruleOf('patient'), doctor: ruleOf('doctor'), admin: ruleOf('admin') };
}

/** One that was misspelt would keep its default without a word. */
export function unknownSessionVariables(names: readonly string[]): string[] {
  const known = Object.keys(sessionVariables);
  return names
    .filter(
      (name) =>
        name.startsWith('SESSION_') && /_(?:LIMIT|MINUTES|HOURS)_/.test(name) && !known.includes(name),
    )
    .map((name) => `${name} is no rule of sessions: there are ${known.join(', ')}.`);
}
