import { Notice } from './notice';

interface FilterFaultsProps {
  faults: readonly { path: string; message: string }[];
  /** What the page calls the fields of these paths. */
  labels: Readonly<Record<string, string>>;
}

/** Why a filter or a search finds nothing: it was typed in a way that nothing can be found by. */
export function FilterFaults({ faults, labels }: FilterFaultsProps) {
  if (faults.length === 0) return null;
  return (
    <Notice tone="danger" role="alert">
      <ul>
        {faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{[labels[path], message].filter(Boolean).join(': ')}</li>
        ))}
      </ul>
    </Notice>
  );
}
