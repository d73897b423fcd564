import { randomUUID } from 'node:crypto';

/** Somebody new to the clinic. */
export interface Person {
  firstName: string;
  lastName: string;
  email: string;
  password: string;
}

/** A person nobody else of this run is: tests at the same time must not meet in one account. */
export function newPerson(firstName = 'Nina'): Person {
  const mark = randomUUID().slice(0, 8);
  return {
    firstName,
    lastName: `Holm ${mark}`,
    email: `${firstName.toLowerCase()}.${mark}@example.org`,
    password: `Quiet-River-${mark}!7`,
  };
}
