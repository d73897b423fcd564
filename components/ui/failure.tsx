'use client';
import words from '#messages/failure/en.json';
import { buttonClass } from './button-class';

interface PortalFailureProps {
  error: { digest?: string };
  retry: (() => void) | string;
}

/** Inside a portal: its navigation stays. */
export function PortalFailure({ error, retry }: PortalFailureProps) {
  return <FailureWords digest={error.digest} retry={retry} />;
}

interface FailureProps {
  /** What the log has too. The error's message never reaches a browser. */
  digest: string | undefined;
  /** How to try again: by the script that has failed, or by asking for this address. */
  retry: (() => void) | string;
}

/** The whole page. */
export function Failure(props: FailureProps) {
  return (
    <main id="main" className="mx-auto max-w-lg px-4 py-14">
      <FailureWords {...props} />
    </main>
  );
}

/** What failed, what is safe, retry, reference. A catalogue of its own: the large one may be what has failed. */
function FailureWords({ digest, retry }: FailureProps) {
  return (
    <div className="flex flex-col items-start gap-3">
      <title>{words.title}</title>
      <h1 className="text-3xl font-bold">{words.title}</h1>
      <p className="text-muted">{words.text}</p>
      {digest && (
        <p className="text-sm text-muted">
          {words.reference} <code className="font-mono text-ink">{digest}</code>
        </p>
      )}
      {typeof retry === 'string' ? (
        <a href={retry} className={buttonClass('primary', 'mt-3')}>
          {words.retry}
        </a>
      ) : (
        <button type="button" className={buttonClass('primary', 'mt-3')} onClick={retry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}
