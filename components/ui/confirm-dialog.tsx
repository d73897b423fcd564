'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { buttonClass } from './button-class';

export interface ConfirmDialogProps {
  title: string;
  /** The form that acts; its safe way out is the dialog's own button. */
  children: ReactNode;
  keepLabel: string;
  onClose: () => void;
}

/** An alertdialog: focus starts on the safe choice, Escape leaves everything as it was. */
export default function ConfirmDialog({ title, children, keepLabel, onClose }: ConfirmDialogProps) {
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  return (
    <I18nProvider locale={document.documentElement.lang}>
      <ModalOverlay
        isOpen
        onOpenChange={(open) => !open && onClose()}
        className="overlay-in fixed inset-0 z-50 flex items-end justify-center bg-scrim p-4 sm:items-center"
      >
        <Modal className="w-full max-w-md">
          <Dialog
            role="alertdialog"
            className="card-edge rounded-card border border-border bg-surface p-6 shadow-overlay outline-none"
          >
            <Heading slot="title" className="text-xl">
              {title}
            </Heading>
            <div className="mt-2">{children}</div>
            <button
              ref={safe}
              type="button"
              className={buttonClass('secondary', 'mt-3 w-full')}
              onClick={onClose}
            >
              {keepLabel}
            </button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
