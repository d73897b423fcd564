'use client';
import { type ReactNode, useEffect, useRef } from 'react';

interface DetailsMenuProps {
  /** What is pressed: usually an avatar and a name. */
  trigger: ReactNode;
  label: string;
  placement?: 'below' | 'above';
  children: ReactNode;
}

/** A native disclosure: opens without script. Script only closes it on Escape and on a press elsewhere. */
export function DetailsMenu({ trigger, label, placement = 'below', children }: DetailsMenuProps) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current;
      if (!menu?.open) return;
      const escaped = event instanceof KeyboardEvent && event.key === 'Escape';
      const elsewhere = event.type === 'pointerdown' && !menu.contains(event.target as Node);
      if (escaped || elsewhere) menu.open = false;
      if (escaped) menu.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  const place = placement === 'below' ? 'top-full mt-2 end-0' : 'bottom-full mb-2 start-0';
  return (
    <details ref={ref} className="relative">
      <summary aria-label={label} className="flex min-h-11 items-center gap-2 rounded-field compact:min-h-8">
        {trigger}
      </summary>
      <div
        className={`overlay-in card-edge absolute z-40 min-w-56 rounded-card border border-border bg-surface p-2 shadow-overlay ${place}`}
      >
        {children}
      </div>
    </details>
  );
}
