'use client';
import { DescriptionList } from '#components/ui/description-list';
import { Notice } from '#components/ui/notice';
import type { Difference, Verdict as Found } from '#lib/archive/verify-archive';

export interface VerdictLabels {
  valid: { title: string; text: string };
  changed: { title: string; text: string };
  fault: Record<Difference['fault'], string>;
  refused: { title: string } & Record<(Found & { state: 'refused' })['why'], string>;
  facts: { issuer: string; at: string; number: string; files: string };
}

/** What was found out about an archive; of a changed one, which files are not as they were. */
export function Verdict({ verdict, labels }: { verdict: Found; labels: VerdictLabels }) {
  if (verdict.state === 'refused')
    return (
      <Notice tone="danger" title={labels.refused.title}>
        {labels.refused[verdict.why]}
      </Notice>
    );
  const { state, manifest } = verdict;
  const { facts } = labels;
  const items = [
    { term: facts.issuer, value: <bdi>{manifest.issuer}</bdi> },
    { term: facts.at, value: manifest.created_at.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC') },
    { term: facts.number, value: <bdi>{manifest.record_number}</bdi> },
    { term: facts.files, value: String(manifest.files.length) },
  ];
  return (
    <div className="flex flex-col gap-4">
      <Notice tone={state === 'valid' ? 'ok' : 'danger'} title={labels[state].title}>
        {labels[state].text}
        {state === 'changed' && (
          <ul className="mt-2 list-disc ps-5">
            {verdict.differences.map(({ path, fault }) => (
              <li key={path}>
                <code className="font-mono wrap-break-word">{path}</code>: {labels.fault[fault]}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <DescriptionList items={items} missing="" columns={2} />
    </div>
  );
}
