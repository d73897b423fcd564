'use client';
import words from '#messages/failure/en.json';
import { buttonClass } from './button-class';

interface FailureProps {
  /** What the log has too. The error's message never reaches a browser. */
  digest: string | undefined;
  retry: () => void;
}

/** What failed, what is safe, retry, reference. A catalogue of its own: the large one may be what has failed. */
export function Failure({ digest, retry }: FailureProps) {
  return (
    <main id="main" className="mx-auto flex max-w-lg flex-col items-start gap-3 px-4 py-14">
      <title>{words.title}</title>
      <h1 className="text-3xl font-bold">{words.title}</h1>
      <p className="text-muted">{words.text}</p>
      {digest && (
        <p className="text-sm text-muted">
          {words.reference} <code className="font-mono text-ink">{digest}</code>
        </p>
      )}
      <button type="button" className={buttonClass('primary', 'mt-3')} onClick={retry}>
        {words.retry}
      </button>
    </main>
  );
}
