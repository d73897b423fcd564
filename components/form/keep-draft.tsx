'use client';
import { use, useEffect, useRef, useState } from 'react';
import { draftField } from '#lib/transport/form-state';
import { DraftKeeper, type KeptState } from './draft-keeper';
import { FormContext } from './form-context';
import { usePerson } from './form-person';

interface KeepDraftProps {
  form: string;
  labels: { saved: string; lost: string };
}

/** Nobody is signed in by now for whom it could be kept, or somebody else is. */
const notTheirs: ReadonlySet<string> = new Set(['unauthenticated', 'other_person']);

/** Keeps on the server, sealed, what is typed into the form around it. In the browser nothing stays. */
export function KeepDraft({ form, labels }: KeepDraftProps) {
  const field = useRef<HTMLInputElement>(null);
  const keeper = useRef<DraftKeeper>(null);
  const person = usePerson();
  const { state } = use(FormContext);
  const [kept, setKept] = useState<KeptState>('nothing');
  useEffect(() => {
    const element = field.current?.form;
    if (!element) return;
    const made = new DraftKeeper(element, { form, person }, setKept);
    keeper.current = made;
    return () => made.stop();
  }, [form, person]);
  useEffect(() => {
    const isKeepable = !state.errors?.some(({ code }) => notTheirs.has(code));
    if (state.status === 'error' && isKeepable) keeper.current?.refused();
  }, [state]);
  return (
    <>
      <input ref={field} type="hidden" name={draftField} value={form} />
      {kept !== 'nothing' && (
        <p className={`text-sm ${kept === 'lost' ? 'text-danger-ink' : 'text-muted'}`}>{labels[kept]}</p>
      )}
    </>
  );
}
