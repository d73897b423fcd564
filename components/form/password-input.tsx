'use client';
import { Check, Circle } from 'lucide-react';
import { type ReactNode, use, useEffect, useState } from 'react';
import { type PasswordFault, type PasswordProfile, passwordFaults } from '#lib/domain/password-policy';
import { controlClass, FieldFrame, useControl } from './field-frame';
import { FormContext } from './form-context';

interface ShownRules {
  policy: PasswordProfile;
  texts: Partial<Record<PasswordFault, string>>;
}

interface PasswordInputProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  autoComplete: 'current-password' | 'new-password';
  labels: { show: string; hide: string; rules: string; met: string; missing: string };
  rules?: ShownRules;
}

/** Typed text is never put back into the page after an answer. Paste and password managers work. */
export function PasswordInput({ name, label, hint, autoComplete, labels, rules }: PasswordInputProps) {
  const { attributes } = useControl(name, hint !== undefined);
  const [shown, setShown] = useState(false);
  const [typed, setTyped] = useState('');
  const { state } = use(FormContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer empties the field, so no rule is met any more
  useEffect(() => setTyped(''), [state]);
  const rulesId = `${attributes.id}-rules`;
  const described = [attributes['aria-describedby'], rules && rulesId].filter(Boolean).join(' ');
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      <div className="relative">
        <input
          {...attributes}
          aria-describedby={described || undefined}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={256}
          onChange={rules && ((event) => setTyped(event.target.value))}
          className={`${controlClass} pe-20`}
        />
        <button
          type="button"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 end-0 min-w-11 rounded-field px-3 text-sm font-semibold text-primary-ink hover:bg-primary-soft"
        >
          {shown ? labels.hide : labels.show}
        </button>
      </div>
      {rules && <RuleList id={rulesId} rules={rules} typed={typed} labels={labels} />}
    </FieldFrame>
  );
}

interface RuleListProps {
  id: string;
  rules: ShownRules;
  typed: string;
  labels: PasswordInputProps['labels'];
}

function RuleList({ id, rules, typed, labels }: RuleListProps) {
  const broken = new Set<string>(passwordFaults(typed, rules.policy));
  return (
    <div id={id} className="rounded-field bg-sunken px-4 py-3 text-base dense:text-sm">
      <p className="text-muted">{labels.rules}</p>
      <ul className="mt-1 grid gap-x-4 gap-y-0.5 sm:grid-cols-2">
        {Object.entries(rules.texts).map(([fault, text]) => {
          const met = typed !== '' && !broken.has(fault);
          const Icon = met ? Check : Circle;
          return (
            <li key={fault} className={`flex items-center gap-2 ${met ? 'text-ok-ink' : 'text-ink'}`}>
              <Icon aria-hidden className="size-4 shrink-0" />
              {text}
              <span className="sr-only">{met ? labels.met : labels.missing}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
