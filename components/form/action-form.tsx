'use client';
import { type ReactNode, useActionState, useEffect } from 'react';
import { SubmitWait } from '#components/ui/submit-wait';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { PersonInput } from './form-person';
import { type FormAction, type FormState, idleForm } from './form-state';
import { NewerVersion, type NewerVersionLabels } from './newer-version';
import { useWait } from './use-wait';
import { WaitText } from './wait-text';

export interface ActionFormProps {
  action: FormAction;
  id: string;
  initial?: FormState;
  labels: {
    errorTitle: string;
    errorPrefix: string;
    retryIn: string;
    retryNow: string;
    newer?: NewerVersionLabels;
  };
  fields?: Readonly<Record<string, string>>;
  className?: string;
  children: ReactNode;
}

/**
 * A form that posts to a server action and works before this script has loaded: then the browser posts, the server
 * renders the same state. The browser's own messages are off; the server's name every field at once.
 */
export function ActionForm({
  action,
  id,
  initial = idleForm,
  labels,
  fields,
  className,
  children,
}: ActionFormProps) {
  const [state, submit] = useActionState(action, initial);
  const left = useWait(state);
  const mustWait = left !== null && left > 0;
  useEffect(() => {
    if (state.status !== 'error') return;
    const title = document.title;
    document.title = `${labels.errorPrefix} ${title}`;
    return () => {
      document.title = title;
    };
  }, [state, labels.errorPrefix]);
  return (
    <form
      id={id}
      action={submit}
      noValidate
      onSubmit={(event) => mustWait && event.preventDefault()}
      className={className ?? 'flex flex-col gap-5 dense:gap-4'}
    >
      <FormContext value={{ state, formId: id }}>
        <PersonInput />
        {state.status === 'error' && (
          <ErrorSummary state={state} formId={id} title={labels.errorTitle} fields={fields} />
        )}
        {labels.newer && <NewerVersion state={state} fields={fields ?? {}} labels={labels.newer} />}
        {state.status === 'done' && state.message && (
          <p role="status" className="card-edge rounded-field bg-ok-soft px-4 py-3 text-ok-ink">
            {state.message}
          </p>
        )}
        <WaitText left={left} labels={labels} />
        <SubmitWait value={mustWait}>{children}</SubmitWait>
      </FormContext>
    </form>
  );
}
