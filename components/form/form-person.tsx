'use client';
import { createContext, type ReactNode, use } from 'react';
import { personField } from '#lib/transport/form-state';

const PersonContext = createContext<string | null>(null);

/** For whom the forms of a page are made: each carries it, and what is sent as somebody else is refused. */
export function FormPerson({ id, children }: { id: string; children: ReactNode }) {
  return <PersonContext value={id}>{children}</PersonContext>;
}

export const usePerson = () => use(PersonContext);

export function PersonInput() {
  const id = usePerson();
  return id && <input type="hidden" name={personField} value={id} />;
}
