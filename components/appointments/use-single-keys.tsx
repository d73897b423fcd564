import { useSyncExternalStore } from 'react';

const name = 'calendar-keys';
const changed = 'calendar-keys-changed';

function isOn(): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true; // a browser that keeps nothing
  }
}

function turn(on: boolean): void {
  try {
    if (on) localStorage.removeItem(name);
    else localStorage.setItem(name, 'off');
  } catch {}
  window.dispatchEvent(new Event(changed));
}

function onChange(tell: () => void): () => void {
  for (const event of [changed, 'storage']) window.addEventListener(event, tell);
  return () => {
    for (const event of [changed, 'storage']) window.removeEventListener(event, tell);
  };
}

/**
 * Whether keys of one letter act, as this browser remembers, and what turns them on and off (WCAG 2.1.4). Null until the
 * page's script runs: without it there are none.
 */
export const useSingleKeys = () => ({ on: useSyncExternalStore(onChange, isOn, () => null), turn });
