'use client';
import { use } from 'react';
import { FormContext } from '#components/form/form-context';

/** The address that the form has just brought back: it is shown here and never again. */
export function FeedAddress({ label, hint }: { label: string; hint: string }) {
  const { state } = use(FormContext);
  const address = state.status === 'done' ? state.values?.address : undefined;
  if (!address) return null;
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="font-semibold">{label}</p>
      <code className="break-all rounded-field bg-sunken px-4 py-3 select-all">{address}</code>
      <p className="text-muted">{hint}</p>
    </div>
  );
}
