import { paths } from '#lib/platform/paths';
import type { AnyRequest } from './request';

export interface WhatWaits {
  key: 'ask_first' | 'awaiting_comment' | 'visit_today' | 'answered';
  href: string;
  /** How many results; 1 of everything else. */
  count: number;
  /** What a request was about. */
  name: string;
}

interface Found {
  withheld: readonly { release: 'awaiting_comment' | 'ask_first' }[];
  visit: { id: string; scheduled_at: string } | undefined;
  refills: readonly AnyRequest[];
  corrections: readonly AnyRequest[];
  /** Days from now to a moment, by the clock of who reads it. */
  daysTo: (moment: string) => number;
}

/** An answer is news for so long. */
const newsDays = 14;

/** What somebody has to do or to look at, the most pressing first. */
export function whatWaits({ withheld, visit, refills, corrections, daysTo }: Found): WhatWaits[] {
  const isNew = ({ status, decided_at }: AnyRequest) =>
    decided_at !== null && status !== 'withdrawn' && daysTo(decided_at) >= -newsDays;
  const answered = (request: AnyRequest, href: string) =>
    isNew(request) ? [{ key: 'answered' as const, href, count: 1, name: request.record_title }] : [];
  return [
    ...(visit && daysTo(visit.scheduled_at) === 0
      ? [{ key: 'visit_today' as const, href: paths.patient.visit(visit.id), count: 1, name: '' }]
      : []),
    ...(['ask_first', 'awaiting_comment'] as const).flatMap((key) => {
      const count = withheld.filter(({ release }) => release === key).length;
      return count === 0 ? [] : [{ key, href: paths.patient.results, count, name: '' }];
    }),
    ...refills.flatMap((each) => answered(each, paths.patient.refillRequest(each.id))),
    ...corrections.flatMap((each) => answered(each, paths.patient.correctionRequest(each.id))),
  ];
}
