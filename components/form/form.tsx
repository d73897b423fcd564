import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from './action-form';
import type { FormAction, FormState } from './form-state';

interface FormProps {
  action: FormAction;
  /** Unique on the page: the fields' ids begin with it. */
  id: string;
  /** Values to start from: `{ status: 'idle', values }`. */
  initial?: FormState;
  /** The fields' labels by name: the summary of errors says which field each one is of. */
  fields?: Readonly<Record<string, string>>;
  className?: string;
  children: ReactNode;
}

/** Every form of the portals. */
export function Form(props: FormProps) {
  const t = useTranslations('form');
  return <ActionForm {...props} labels={{ errorTitle: t('errorTitle'), errorPrefix: t('errorPrefix') }} />;
}
