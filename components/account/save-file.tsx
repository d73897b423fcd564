'use client';
import { Download } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { buttonClass } from '#components/ui/button-class';

interface SaveFileProps {
  href: string;
  name: string;
  label: string;
  labels: { preparing: string; saved: string; failed: string };
}

type State = 'idle' | 'preparing' | 'saved' | 'failed';

/** A link that the browser saves; with script it says meanwhile that the file is being made. */
export function SaveFile({ href, name, label, labels }: SaveFileProps) {
  const [state, setState] = useState<State>('idle');

  async function save(event: MouseEvent) {
    event.preventDefault();
    if (state === 'preparing') return;
    setState('preparing');
    setState(await fetched(href, name).catch((): State => 'failed'));
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <a
        href={href}
        onClick={save}
        aria-disabled={state === 'preparing' || undefined}
        className={buttonClass('primary')}
      >
        <Download aria-hidden className="size-5" />
        {label}
      </a>
      <p role="status" className="min-w-0 text-muted">
        {state !== 'idle' && labels[state]}
      </p>
    </div>
  );
}

/** Whoever has to show again who they are is sent there, as the link alone would do. */
async function fetched(href: string, name: string): Promise<State> {
  const answer = await fetch(href);
  if (answer.redirected) {
    window.location.assign(answer.url);
    return 'preparing';
  }
  if (!answer.ok) return 'failed';
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  return 'saved';
}
