'use client';
import { useEffect, useRef, useState } from 'react';
import { paths } from '#lib/platform/paths';
import { checkSession } from './session-events';

export interface FoundCode {
  system: string;
  code: string;
  display: string;
  synonym: string | null;
  unit: string | null;
}

/** `none`: nothing was asked. */
export interface CodeSearch {
  state: 'none' | 'failed' | 'found';
  items: readonly FoundCode[];
}

const pauseMilliseconds = 150;
const shortestQuestion = 2;
const none: CodeSearch = { state: 'none', items: [] };
const failed: CodeSearch = { state: 'failed', items: [] };

/** Codes for what is typed, once its writer pauses; an older question is given up. */
export function useCodeSearch(kind: string) {
  const [search, setSearch] = useState<CodeSearch>(none);
  const asking = useRef<AbortController>(null);
  useEffect(() => () => asking.current?.abort(), []);

  function ask(typed: string): void {
    asking.current?.abort();
    const question = typed.trim();
    if (question.length < shortestQuestion) {
      setSearch(none);
      return;
    }
    const { signal } = begin();
    const timer = setTimeout(async () => {
      const answer = await post({ q: question, kind }, signal);
      if (!signal.aborted) setSearch(answer);
    }, pauseMilliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  function begin(): AbortController {
    asking.current = new AbortController();
    return asking.current;
  }

  function close(): void {
    asking.current?.abort();
    setSearch(none);
  }

  return { search, ask, close };
}

async function post(asked: { q: string; kind: string }, signal: AbortSignal): Promise<CodeSearch> {
  try {
    const headers = { 'content-type': 'application/json' };
    // The longest that the operation takes.
    const body = JSON.stringify({ ...asked, q: asked.q.slice(0, 100) });
    const answer = await fetch(paths.terminology, { method: 'POST', headers, body, signal });
    if (answer.status === 401) window.dispatchEvent(new Event(checkSession));
    if (!answer.ok) return failed;
    const { items } = (await answer.json()) as { items: FoundCode[] };
    return { state: 'found', items };
  } catch {
    return failed;
  }
}
