'use client';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { CodeOptions, optionId } from './code-options';
import { type CodePickerLabels, CodeStatus, type Coding } from './code-status';
import { controlClass, FieldFrame, useControl } from './field-frame';
import { useField } from './form-context';
import { type FoundCode, useCodeSearch } from './use-code-search';

interface CodePickerProps {
  /** Field of the words; the code and its system go into the fields beside it. */
  name: string;
  kind: string;
  label: string;
  hint?: ReactNode;
  maxLength: number;
  labels: CodePickerLabels;
  /** A field for the unit, which is filled in where it is empty. */
  unitName?: string;
  /** Plain fields for a code that is there, until the script has come. */
  children: ReactNode;
}

const never = () => () => {};

/** False in what the server sends, and so where there is no script. */
const useScript = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/**
 * A field for words that offers codes while one types: the editable combobox of the ARIA Authoring Practices. The words
 * stay free; other words take the code away, so that none says what they no longer say.
 */
export function CodePicker({
  name,
  kind,
  label,
  hint,
  maxLength,
  labels,
  unitName,
  children,
}: CodePickerProps) {
  const { value, attributes } = useControl(name, hint !== undefined);
  const [codeName, systemName] = [
    `${name.replace(/\w+$/, 'code')}`,
    `${name.replace(/\w+$/, 'code_system')}`,
  ];
  const [firstCode, firstSystem] = [useField(codeName).value, useField(systemName).value];
  const [coding, setCoding] = useState<Coding | null>(
    firstCode ? { code: firstCode, system: firstSystem ?? '' } : null,
  );
  const [active, setActive] = useState(-1);
  const { search, ask, close } = useCodeSearch(kind);
  const hasScript = useScript();
  const field = useRef<HTMLInputElement>(null);
  const { items } = search;
  const isOpen = items.length > 0;
  const [listId, statusId] = [`${attributes.id}-list`, `${attributes.id}-status`];

  useEffect(() => {
    // Typed before the script had come.
    if (field.current && field.current.value !== field.current.defaultValue) setCoding(null);
  }, []);

  function type(typed: string): void {
    setCoding(null);
    setActive(-1);
    ask(typed);
  }

  function leave(): void {
    close();
    setActive(-1);
  }

  function pick({ display, unit, ...picked }: FoundCode): void {
    leave();
    setCoding(picked);
    fill(field.current, display);
    const unitField = unitName && field.current?.form?.elements.namedItem(unitName);
    if (unit && unitField instanceof HTMLInputElement && unitField.value === '') fill(unitField, unit);
  }

  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items[active];
    if (event.nativeEvent.isComposing || !isOpen) return;
    if (step) setActive(nextOf(active, step, items.length));
    else if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && chosen) pick(chosen);
    else return;
    event.preventDefault();
  }

  const combobox = hasScript && {
    role: 'combobox',
    'aria-autocomplete': 'list' as const,
    'aria-expanded': isOpen,
    'aria-controls': listId,
    'aria-activedescendant': active >= 0 ? optionId(listId, active) : undefined,
    'aria-describedby': [attributes['aria-describedby'], statusId].filter(Boolean).join(' '),
  };
  return (
    <div>
      <FieldFrame name={name} label={label} hint={hint}>
        <div className="relative">
          <input
            {...attributes}
            {...combobox}
            ref={field}
            type="text"
            required
            autoComplete="off"
            maxLength={maxLength}
            defaultValue={value}
            className={controlClass}
            onChange={(event) => type(event.target.value)}
            onKeyDown={press}
            onBlur={leave}
          />
          {isOpen && (
            <CodeOptions id={listId} label={label} {...{ items, active, pick, systems: labels.systems }} />
          )}
        </div>
      </FieldFrame>
      {hasScript ? (
        <CodeStatus
          id={statusId}
          {...{ codeName, systemName, coding, search, labels }}
          removeCode={() => setCoding(null)}
        />
      ) : (
        firstCode && <div className="mt-4">{children}</div>
      )}
    </div>
  );
}

/** Tells the form as well, which keeps what is written as a draft. */
function fill(input: HTMLInputElement | null, text: string): void {
  if (!input) return;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Past either end comes the field itself, as before the first step. */
function nextOf(active: number, step: number, count: number): number {
  const next = active + step;
  if (next < -1) return count - 1;
  return next >= count ? -1 : next;
}
