'use client';
import { useEffect, useState } from 'react';
import { Notice } from '#components/ui/notice';

interface OpenChart {
  id: string;
  name: string;
}

interface OtherChartProps {
  patient: OpenChart;
  /** With `{name}` to be filled in. */
  words: { title: string; text: string };
}

type Message = { kind: 'here' | 'who' | 'gone'; tab: string; chart: OpenChart };

/**
 * Two tabs with two patients are how something is written into the wrong chart. Tabs of one browser tell each other, and
 * nobody else, whose chart they show.
 */
export function OtherChart({ patient: { id, name }, words }: OtherChartProps) {
  const [others, setOthers] = useState<ReadonlyMap<string, OpenChart>>(new Map());
  useEffect(() => {
    const [tab, chart] = [crypto.randomUUID(), { id, name }];
    const channel = new BroadcastChannel('medisecure.chart');
    const say = (kind: Message['kind']) => channel.postMessage({ kind, tab, chart } satisfies Message);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      setOthers((known) => {
        const next = new Map(known);
        if (data.kind === 'gone') next.delete(data.tab);
        else next.set(data.tab, data.chart);
        return next;
      });
      if (data.kind === 'who') say('here');
    };
    const leave = () => say('gone');
    window.addEventListener('pagehide', leave);
    say('who');
    return () => {
      leave();
      window.removeEventListener('pagehide', leave);
      channel.close();
      setOthers(new Map());
    };
  }, [id, name]);
  const other = [...others.values()].find((chart) => chart.id !== id);
  if (!other) return null;
  const [before, after] = words.title.split('{name}');
  return (
    <Notice
      tone="warn"
      role="status"
      title={
        <>
          {before}
          <bdi>{other.name}</bdi>
          {after}
        </>
      }
    >
      {words.text}
    </Notice>
  );
}
