'use client';
import { Keyboard } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { buttonClass } from '#components/ui/button-class';
import { nextVisitOf, pageByArrow } from './next-by-arrow';
import { useSingleKeys } from './use-single-keys';

interface CalendarKeysProps {
  /** The day or week before and after the one that is shown. */
  previousHref: string;
  nextHref: string;
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
  const { previousHref, nextHref, newHref, searchHref, todayHref, blockHref } = hrefs;
  const help = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const { on, turn } = useSingleKeys();
  // With the page that is shown: an arrow pressed again at once goes on from there, not from the one before.
  useLayoutEffect(() => {
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
    // A key that is held down would run through days nobody sees.
    const turnTo = (page: string, { repeat }: KeyboardEvent) => {
      if (!repeat) router.push(page);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || help.current?.open) return;
      const visits = visitLinks();
      const next = nextVisitOf(event.key, visits, visitInFocus(visits));
      const page = pageByArrow(event, { previousHref, nextHref });
      if (next) next.focus();
      else if (page) turnTo(page, event);
      else if (acts[event.key]) acts[event.key]?.();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, router, previousHref, nextHref, newHref, searchHref, todayHref, blockHref]);
  return (
    <>
      {on !== null && (
        <div className="flex flex-wrap items-center gap-x-4">
          <label className="inline-flex min-h-11 items-center gap-2 text-xs text-muted compact:min-h-8">
            <input
              type="checkbox"
              checked={on}
              onChange={({ target }) => turn(target.checked)}
              className="size-4 accent-primary"
            />
            {labels.single}
          </label>
          <button
            type="button"
            onClick={() => help.current?.showModal()}
            className={buttonClass('quiet', 'text-xs')}
          >
            <Keyboard aria-hidden className="size-4" />
            {labels.title}
          </button>
        </div>
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
