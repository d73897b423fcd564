import { getLocale, getTranslations } from 'next-intl/server';
import { recordFormValues } from '#components/records/record-form-values';
import { formatter } from '#lib/i18n/format';
import { listRecordHistory } from '#lib/operations/records/history';
import type { FormState } from '#lib/transport/action';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

/** The form again, with what another has saved meanwhile beside what was typed. */
export async function newerVersion(id: string, state: FormState): Promise<FormState> {
  const [{ zone }, { items }, t] = await Promise.all([
    personOf('doctor'),
    query(listRecordHistory, { id }),
    getTranslations('form.newer'),
  ]);
  const [current] = items;
  if (!current) return state;
  const time = formatter(await getLocale(), zone).dateTime(current.recorded_at);
  return {
    ...state,
    newer: {
      version: current.version,
      title: t('title'),
      text: t('text', { name: current.author_name ?? t('unknown'), time }),
      ...(current.reason && { reason: t('reason', { reason: current.reason }) }),
      values: recordFormValues(current),
    },
  };
}
