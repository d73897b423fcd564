'use client';
import type { ReactNode } from 'react';
import { controlClass, FieldFrame, useControl } from '#components/form/field-frame';

/** The file that is uploaded. The server says what is wrong with it: a browser knows only its name. */
export function BundleField({ label, hint }: { label: ReactNode; hint: ReactNode }) {
  const { attributes } = useControl('file', true);
  return (
    <FieldFrame name="file" label={label} hint={hint}>
      <input
        {...attributes}
        type="file"
        required
        accept=".json,.ndjson,application/fhir+json,application/json"
        className={`${controlClass} file:me-3 file:rounded-field file:border-0 file:bg-sunken file:px-3 file:py-1 file:font-semibold file:text-ink`}
      />
    </FieldFrame>
  );
}
