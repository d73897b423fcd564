'use client';
import type { ReactNode } from 'react';
import { FieldErrors, useControl } from './field-frame';

export interface RadioCard {
  value: string;
  label: ReactNode;
  detail?: ReactNode;
}

interface RadioCardsProps {
  name: string;
  legend: ReactNode;
  options: readonly RadioCard[];
  defaultValue?: string;
  required?: boolean;
  /** Short choices, such as times, stand side by side. */
  look?: 'list' | 'grid';
}

const looks = {
  list: 'flex flex-col gap-2',
  grid: 'grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2',
} as const;

/** One choice out of a few, each on a card that is a label: the whole card is the target. */
export function RadioCards({
  name,
  legend,
  options,
  defaultValue,
  required,
  look = 'list',
}: RadioCardsProps) {
  const { value, attributes } = useControl(name, false);
  const start = options.some((option) => option.value === value) ? value : defaultValue;
  return (
    <fieldset aria-describedby={attributes['aria-describedby']} className="flex flex-col gap-2">
      <legend className="mb-2 font-semibold">{legend}</legend>
      <div className={looks[look]}>
        {options.map((option, index) => (
          <label
            key={`${option.value} ${start}`}
            className="control-edge flex min-h-11 cursor-pointer items-start gap-3 rounded-field border border-control bg-surface px-4 py-3 has-checked:border-primary has-checked:bg-primary-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              id={index === 0 ? attributes.id : undefined}
              name={name}
              value={option.value}
              required={required}
              defaultChecked={option.value === start}
              className="mt-1 size-4 shrink-0 accent-primary"
            />
            <span>
              <span className="block font-semibold">{option.label}</span>
              {option.detail && (
                <span className="block text-base text-muted dense:text-sm">{option.detail}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors name={name} />
    </fieldset>
  );
}
