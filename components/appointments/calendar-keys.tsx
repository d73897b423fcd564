'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { buttonClass } from '#components/ui/button-class';
import { nextVisitOf } from './next-by-arrow';
import { useSingleKeys } from './use-single-keys';

interface CalendarKeysProps {
  newHref: string;
  searchHref: string;
  todayHref: string;
  blockHref: string;
  labels: { title: string; close: string; single: string };
  /** The keys, in words. */
  children: ReactNode;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest(
    'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="alertdialog"]',
  ) !== null;

const visitLinks = () =>
  [...document.querySelectorAll<HTMLElement>('main [data-visit]')].filter((each) => each.checkVisibility());

/** The visit whose row holds what has the focus: its link, or a button beside. */
const visitInFocus = (visits: readonly HTMLElement[]) =>
  visits.find((each) => each.closest('li')?.contains(document.activeElement));

/** The keys of the day and the week, what turns them off, and a dialog that names them. Never while somebody types. */
export function CalendarKeys({ labels, children, ...hrefs }: CalendarKeysProps) {
  const { newHref, searchHref, todayHref, blockHref } = hrefs;
  const help = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const { on, turn } = useSingleKeys();
  useEffect(() => {
    if (!on) return;
    const search = () => {
      const field = [...document.querySelectorAll<HTMLElement>('header input[type="search"]')].find((each) =>
        each.checkVisibility(),
      );
      if (field) field.focus();
      else router.push(searchHref);
    };
    const move = () => {
      const href = visitInFocus(visitLinks())?.dataset.move;
      if (href) router.push(href);
    };
    const acts: Readonly<Record<string, () => void>> = {
      n: () => router.push(newHref),
      b: () => router.push(blockHref),
      '/': search,
      t: () => router.push(todayHref),
      m: move,
      '?': () => help.current?.showModal(),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || help.current?.open) return;
      const visits = visitLinks();
      const next = nextVisitOf(event.key, visits, visitInFocus(visits));
      if (next) next.focus();
      else if (acts[event.key]) acts[event.key]?.();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, router, newHref, searchHref, todayHref, blockHref]);
  return (
    <>
      {on !== null && (
        <label className="hidden min-h-11 items-center gap-2 text-xs text-muted md:inline-flex compact:min-h-8">
          <input
            type="checkbox"
            checked={on}
            onChange={({ target }) => turn(target.checked)}
            className="size-4 accent-primary"
          />
          {labels.single}
        </label>
      )}
      <dialog
        ref={help}
        aria-label={labels.title}
        className="card-edge max-w-md rounded-card border border-border bg-surface p-6 text-ink shadow-overlay"
      >
        <h2 className="mb-3 text-xl font-bold">{labels.title}</h2>
        {children}
        <form method="dialog" className="mt-4">
          <button type="submit" className={buttonClass('secondary', 'w-full')}>
            {labels.close}
          </button>
        </form>
      </dialog>
    </>
  );
}
