'use client';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type ButtonTone, buttonClass } from './button-class';

const ConfirmDialog = lazy(() => import('./confirm-dialog'));

interface ConfirmActionProps {
  /** The page that asks the same question: used before or without script. */
  href: string;
  label: ReactNode;
  tone?: ButtonTone;
  title: string;
  keepLabel: string;
  /** Effect in words and the form with the verb button. */
  children: ReactNode;
}

/** A link to a confirmation page that becomes a dialog once script has loaded. The dialog's code loads when first asked for. */
export function ConfirmAction({
  href,
  label,
  tone = 'danger',
  title,
  keepLabel,
  children,
}: ConfirmActionProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <a
        href={href}
        className={buttonClass(tone)}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </a>
      {open && (
        <Suspense>
          <ConfirmDialog title={title} keepLabel={keepLabel} onClose={() => setOpen(false)}>
            {children}
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}
