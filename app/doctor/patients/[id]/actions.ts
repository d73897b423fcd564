'use server';
import { getLocale, getTranslations } from 'next-intl/server';
import type { IndexPage } from '#components/records/index-row';
import { indexRow } from '#components/records/row-words';
import { formatter } from '#lib/i18n/format';
import { viewTimeline } from '#lib/operations/records/timeline';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { searchChart } from '#lib/transport/page-search';

const longest = 10_000;

export async function searchInChart(patientId: string, form: FormData): Promise<void> {
  await searchChart(patientId, form);
}

/** The chart in brief after the record `before`, in the words of its reader, for the page that filters it. */
export async function loadIndex(patientId: string, form: FormData): Promise<IndexPage> {
  const after = form instanceof FormData ? form.get('before') : null;
  const before = typeof after === 'string' ? after : undefined;
  const [{ zone, practitioner_id }, locale, records, labs] = await Promise.all([
    personOf('doctor'),
    getLocale(),
    getTranslations('records'),
    getTranslations('labs'),
  ]);
  const { items, next } = await query(viewTimeline, { patient_id: patientId, limit: longest, before });
  const catalogue = { records, labs, format: formatter(locale, zone) };
  return { rows: items.map((record) => indexRow(record, catalogue, practitioner_id)), next };
}
