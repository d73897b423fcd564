interface FilterSelectProps {
  name: string;
  label: string;
  /** The first choice: no filter. Without it one of the others always holds. */
  any?: string;
  value: string | undefined;
  choices: readonly { value: string; label: string }[];
}

/** A filter of a GET form: small, with its name above for screen readers and as its first choice for everyone. */
export function FilterSelect({ name, label, any, value = '', choices }: FilterSelectProps) {
  return (
    <select
      name={name}
      aria-label={label}
      defaultValue={value}
      className="control-edge min-h-11 w-full min-w-0 rounded-field border border-control bg-surface ps-2 pe-3 font-semibold md:w-auto md:max-w-40 compact:min-h-8"
    >
      {any && <option value="">{any}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
