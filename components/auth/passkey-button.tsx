'use client';
import { useRef, useState, useSyncExternalStore } from 'react';
import { type ButtonTone, buttonClass } from '#components/ui/button-class';
import type { PasskeyQuestion } from '#lib/transport/passkey-question';
import { askBrowser, type PasskeyFault } from './ask-browser';

export interface PasskeyButtonProps {
  /** Asks our server for what the browser has to sign or to make. */
  begin: (form: FormData) => Promise<PasskeyQuestion>;
  label: string;
  pendingLabel: string;
  /** What is said of each way in which it may not come to an answer. */
  faults: Readonly<Record<PasskeyFault, string>>;
  /** Said in its place where scripts are off: browsers offer passkeys to scripts only. */
  noScript: string;
  tone?: ButtonTone;
}

const never = () => () => {};

/** In a form: asks the browser for a passkey, then sends the form with what it answered as `response`. */
export function PasskeyButton({ begin, label, pendingLabel, faults, noScript, tone }: PasskeyButtonProps) {
  const answer = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const able = useSyncExternalStore(
    never,
    () => 'PublicKeyCredential' in window,
    () => true,
  );
  const press = async () => {
    const input = answer.current;
    if (!input?.form || busy) return;
    setBusy(true);
    setFault(null);
    const asked = await askBrowser(begin, new FormData(input.form));
    setBusy(false);
    if ('response' in asked) {
      input.value = asked.response;
      input.form.requestSubmit();
    } else setFault(asked.message ?? faults[asked.fault]);
  };
  if (!able) return <p className="text-muted">{faults.unsupported}</p>;
  return (
    <div className="flex flex-col gap-3">
      <input ref={answer} type="hidden" name="response" />
      <button
        type="button"
        className={buttonClass(tone, 'w-full')}
        aria-disabled={busy || undefined}
        onClick={press}
      >
        {busy ? pendingLabel : label}
      </button>
      <noscript>
        <p className="text-muted">{noScript}</p>
      </noscript>
      {fault && (
        <p role="alert" className="card-edge rounded-field bg-danger-soft px-4 py-3 text-danger-ink">
          {fault}
        </p>
      )}
    </div>
  );
}
