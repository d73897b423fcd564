'use client';
import { useField } from '#components/form/form-context';

interface ReminderChecksProps {
  /** Sent once for each kind that is ticked. */
  name: 'mail_kinds' | 'text_kinds';
  legend: string;
  hint: string;
  kinds: readonly { value: string; label: string }[];
  chosen: readonly string[];
}

/** How long before a visit somebody is reminded on one channel. */
export function ReminderChecks({ name, legend, hint, kinds, chosen }: ReminderChecksProps) {
  const { hintId, value: before } = useField(name);
  // A form that came back names all that were ticked, with a space between.
  const ticked = before === undefined ? chosen : before.split(' ');
  return (
    <fieldset aria-describedby={hintId} className="flex flex-col gap-1">
      <legend className="font-semibold">{legend}</legend>
      <p id={hintId} className="text-base text-muted">
        {hint}
      </p>
      <div className="grid sm:grid-cols-3">
        {kinds.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              className="size-5 shrink-0 accent-primary"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
