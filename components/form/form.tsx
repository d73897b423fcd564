import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from './action-form';
import { DraftNotice } from './draft-notice';
import type { FormAction, FormDraft, FormState } from './form-state';
import { KeepDraft } from './keep-draft';

interface FormProps {
  action: FormAction;
  /** Unique on the page: the fields' ids begin with it. */
  id: string;
  /** Values to start from: `{ status: 'idle', values }`. */
  initial?: FormState;
  /** The fields' labels by name: the summary of errors says which field each one is of. */
  fields?: Readonly<Record<string, string>>;
  /** Of a form that somebody may write on for long: it outlives their session. */
  draft?: FormDraft;
  className?: string;
  children: ReactNode;
}

/** Every form of the portals. */
export function Form({ draft, ...props }: FormProps) {
  const t = useTranslations('form');
  const labels = {
    ...{ errorTitle: t('errorTitle'), errorPrefix: t('errorPrefix') },
    ...{ retryIn: t('retryIn'), retryNow: t('retryNow') },
    newer: {
      ...{ field: t('newer.field'), theirs: t('newer.theirs'), yours: t('newer.yours') },
      ...{ empty: t('newer.empty'), same: t('newer.same'), save: t('newer.save') },
    },
  };
  if (!draft) return <ActionForm {...props} labels={labels} />;
  const { children, initial, ...rest } = props;
  const values = { ...initial?.values, ...draft.values };
  return (
    <div className="flex flex-col gap-5">
      {draft.values && <DraftNotice action={draft.discard} />}
      <ActionForm
        {...rest}
        // Once discarded, the fields are made anew.
        key={draft.values ? 'kept' : 'fresh'}
        initial={{ status: 'idle', values }}
        labels={labels}
      >
        {children}
        <KeepDraft form={draft.form} labels={{ saved: t('draft.saved'), lost: t('draft.lost') }} />
      </ActionForm>
    </div>
  );
}
