'use client';
import { useEffect, useRef, useState } from 'react';
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { buttonClass } from '#components/ui/button-class';
import { clockTime } from '#components/ui/clock-time';
import { paths } from '#lib/platform/paths';

export interface IdleWarningLabels {
  title: string;
  text: string;
  left: string;
  /** Said aloud when so many seconds are left. */
  said: Readonly<Record<'120' | '60' | '30', string>>;
  stay: string;
  staying: string;
  signOut: string;
}

interface IdleWarningProps {
  endsAt: number;
  labels: IdleWarningLabels;
  onStay: () => Promise<void>;
}

const secondsTo = (endsAt: number) => Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));

/** WCAG 2.2.1: two minutes to say that one is still there, by one press; Escape says it too. */
export default function IdleWarning({ endsAt, labels, onStay }: IdleWarningProps) {
  const safe = useRef<HTMLButtonElement>(null);
  const [left, setLeft] = useState(() => secondsTo(endsAt));
  const [pending, setPending] = useState(false);
  useEffect(() => safe.current?.focus(), []);
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsTo(endsAt)), 1000);
    return () => clearInterval(timer);
  }, [endsAt]);
  const stay = async () => {
    if (pending) return;
    setPending(true);
    await onStay();
    setPending(false);
  };
  return (
    <I18nProvider locale={document.documentElement.lang}>
      <ModalOverlay
        isOpen
        onOpenChange={(open) => !open && void stay()}
        className="overlay-in fixed inset-0 z-50 flex items-end justify-center bg-scrim p-4 sm:items-center"
      >
        <Modal className="w-full max-w-md">
          <Dialog
            role="alertdialog"
            aria-describedby="idle-text"
            className="card-edge rounded-card border border-border bg-surface p-6 shadow-overlay outline-none"
          >
            <Heading slot="title" className="text-xl">
              {labels.title}
            </Heading>
            <p id="idle-text" className="mt-2">
              {labels.text}
            </p>
            <p aria-hidden className="mt-3 font-semibold tabular-nums">
              {labels.left} {clockTime(left)}
            </p>
            <p role="status" className="sr-only">
              {labels.said[left > 60 ? '120' : left > 30 ? '60' : '30']}
            </p>
            <div className="mt-5 flex flex-col gap-3">
              <button
                ref={safe}
                type="button"
                aria-disabled={pending || undefined}
                className={buttonClass('primary', 'w-full')}
                onClick={() => void stay()}
              >
                {pending ? labels.staying : labels.stay}
              </button>
              <form action={paths.signOut} method="post">
                <button type="submit" className={buttonClass('secondary', 'w-full')}>
                  {labels.signOut}
                </button>
              </form>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
