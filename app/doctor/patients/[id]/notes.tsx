import { getLocale, getTranslations } from 'next-intl/server';
import { NoteArticle } from '#components/records/note-article';
import { NoRecords } from '#components/records/record-timeline';
import { Pagination } from '#components/ui/pagination';
import { formatter } from '#lib/i18n/format';
import { listChartRecords } from '#lib/operations/records/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { pageNumber } from '#lib/transport/page-query';
import type { SectionProps } from './section-props';

/** Notes in full, each with its addenda below it. */
export async function Notes({ patientId, zone, asked }: SectionProps) {
  const wanted = { patient_id: patientId, record_type: 'note' as const, page: pageNumber(asked.page) };
  const [listed, locale, t] = await Promise.all([
    query(listChartRecords, wanted),
    getLocale(),
    getTranslations('records'),
  ]);
  const format = formatter(locale, zone);
  const notes = listed.items.filter((record) => record.record_type === 'note');
  if (notes.length === 0) return <NoRecords filtered={false} />;
  const ids = new Set(notes.map(({ id }) => id));
  const hasParentHere = ({ content }: (typeof notes)[number]) => ids.has(content.relates_to ?? '');
  return (
    <section aria-label={t('section.notes')} className="flex max-w-3xl flex-col gap-4">
      {notes
        .filter((note) => !hasParentHere(note))
        .map((note) => (
          <NoteArticle
            key={note.id}
            note={note}
            addenda={notes.filter(({ content }) => content.relates_to === note.id).reverse()}
            format={format}
            hrefOf={(id) => paths.doctor.record(patientId, id)}
          />
        ))}
      <Pagination
        {...listed}
        order="time"
        hrefOf={(page) => paths.doctor.chart(patientId, { section: 'notes', page: String(page) })}
      />
    </section>
  );
}
