import { FieldErrors } from './field-frame';
import type { CodeSearch, FoundCode } from './use-code-search';

export interface CodePickerLabels {
  /** Before the code that goes with the words. */
  coded: string;
  /** No code goes with them. */
  freeText: string;
  /** Before how many there are. */
  found: string;
  nothingFound: string;
  failed: string;
  removeCode: string;
  /** Code systems by their address. */
  systems: Readonly<Record<string, string>>;
}

export type Coding = Pick<FoundCode, 'code' | 'system'>;

interface CodeStatusProps {
  id: string;
  codeName: string;
  systemName: string;
  /** What goes with the words, if anything. */
  coding: Coding | null;
  search: CodeSearch;
  labels: CodePickerLabels;
  removeCode: () => void;
}

/** The two fields of the code, and in words what stands in them or can be had. */
export function CodeStatus({
  id,
  codeName,
  systemName,
  coding,
  search,
  labels,
  removeCode,
}: CodeStatusProps) {
  return (
    <>
      <input type="hidden" name={codeName} value={coding?.code ?? ''} />
      <input type="hidden" name={systemName} value={coding?.system ?? ''} />
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3 text-base text-muted dense:text-sm">
        <span id={id} role="status">
          {coding ? `${labels.coded} ${codeText(coding, labels)}` : statusOf(search, labels)}
        </span>
        {coding && (
          <button
            type="button"
            className="min-h-11 underline underline-offset-2 compact:min-h-6"
            onClick={removeCode}
          >
            {labels.removeCode}
          </button>
        )}
      </p>
      <FieldErrors name={codeName} />
    </>
  );
}

const codeText = ({ code, system }: Coding, { systems }: CodePickerLabels) =>
  [code, systems[system] ?? system].filter(Boolean).join(', ');

function statusOf({ state, items }: CodeSearch, labels: CodePickerLabels): string {
  if (state === 'failed') return labels.failed;
  if (state === 'none') return labels.freeText;
  return items.length > 0 ? `${labels.found} ${items.length}` : labels.nothingFound;
}
