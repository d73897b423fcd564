'use client';
import { createContext, use } from 'react';
import { type FormState, idleForm } from './form-state';

interface FormContextValue {
  state: FormState;
  /** Prefix of the fields' ids, so that two forms may stand on one page. */
  formId: string;
}

export const FormContext = createContext<FormContextValue>({ state: idleForm, formId: 'form' });

export const fieldId = (formId: string, name: string) => `${formId}-${name}`;

interface FieldState {
  id: string;
  hintId: string;
  errorId: string;
  messages: readonly string[];
  /** What was typed before, if the form came back. */
  value: string | undefined;
}

/** One field's part of the form's state. */
export function useField(name: string): FieldState {
  const { state, formId } = use(FormContext);
  const id = fieldId(formId, name);
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    messages: (state.errors ?? []).filter((error) => error.path === name).map((error) => error.message),
    value: state.values?.[name],
  };
}
