'use client';
import { type ChangeEvent, useId, useState } from 'react';
import { controlClass } from '#components/form/field-frame';
import { Notice } from '#components/ui/notice';
import { largestArchiveBytes } from '#lib/archive/manifest';
import { publishedIn } from '#lib/archive/published';
import { type Verdict as Found, verifyArchive } from '#lib/archive/verify-archive';
import { Verdict, type VerdictLabels } from './verdict';

interface CheckArchiveProps {
  /** Where the keys are. */
  keys: string;
  labels: VerdictLabels &
    Record<'choose' | 'private' | 'checking' | 'unsupported' | 'unreachable' | 'large', string>;
}

type State = Found | 'none' | 'checking' | 'unsupported' | 'unreachable' | 'large';

/** Checks an archive where it is: nothing of it leaves the browser. */
export function CheckArchive({ keys, labels }: CheckArchiveProps) {
  const [state, setState] = useState<State>('none');
  const id = useId();

  async function check({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file) return;
    setState('checking');
    setState(await verdictOn(file, keys));
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="font-semibold">
          {labels.choose}
        </label>
        <p id={`${id}-hint`} className="text-muted">
          {labels.private}
        </p>
        <input
          id={id}
          type="file"
          accept=".zip,application/zip"
          aria-describedby={`${id}-hint`}
          onChange={check}
          className={controlClass}
        />
      </div>
      <div role="status">
        {state === 'checking' && <p>{labels.checking}</p>}
        {(state === 'unsupported' || state === 'unreachable' || state === 'large') && (
          <Notice tone="warn">{labels[state]}</Notice>
        )}
        {typeof state === 'object' && <Verdict verdict={state} labels={labels} />}
      </div>
    </div>
  );
}

async function verdictOn(file: File, keys: string): Promise<State> {
  if (file.size > largestArchiveBytes) return 'large';
  const published = await load(keys);
  if (!published) return 'unreachable';
  try {
    return await verifyArchive(new Uint8Array(await file.arrayBuffer()), published);
  } catch {
    return 'unsupported';
  }
}

async function load(keys: string) {
  try {
    return publishedIn(await (await fetch(keys)).json());
  } catch {
    return null;
  }
}
