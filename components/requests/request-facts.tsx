import { useLocale, useTranslations } from 'next-intl';
import { type Description, DescriptionList } from '#components/ui/description-list';
import { formatter } from '#lib/i18n/format';
import type { AnyRequest, CorrectionRequest, RefillRequest } from './request';

interface RequestFactsProps {
  request: AnyRequest;
  zone: string;
  /** Staff read the patient's words as the patient's. */
  staff?: boolean;
}

const isCorrection = (request: AnyRequest): request is CorrectionRequest => 'wrong' in request;

const typed = (text: string | null) =>
  text === null ? null : <span className="font-normal whitespace-pre-line">{text}</span>;

/** What was asked, and what was answered. */
export function RequestFacts({ request, zone, staff = false }: RequestFactsProps) {
  const t = useTranslations('requests');
  const format = formatter(useLocale(), zone);
  const known = (term: string, value: Description['value']): Description[] =>
    value === null ? [] : [{ term, value }];
  const note = ({ note: text }: RefillRequest) => [
    { term: t(staff ? 'field.noteOf' : 'field.note'), value: typed(text) },
  ];
  const words = ({ wrong, wanted }: CorrectionRequest) => [
    { term: t('field.wrong'), value: typed(wrong) },
    { term: t('field.wanted'), value: typed(wanted) },
  ];
  const disagreement = isCorrection(request) ? request.disagreement : null;
  const items: Description[] = [
    ...(isCorrection(request) ? words(request) : note(request)),
    { term: t('field.requested'), value: format.dateTime(request.requested_at) },
    ...(isCorrection(request) && request.status === 'requested'
      ? [{ term: t('field.due'), value: format.date(request.due_at) }]
      : []),
    ...known(t('field.by'), request.decided_by && <bdi>{request.decided_by}</bdi>),
    ...known(
      t('field.decided'),
      request.decided_by && request.decided_at && format.dateTime(request.decided_at),
    ),
    ...known(t('field.answer'), typed(request.answer)),
    ...known(t(staff ? 'field.disagreementOf' : 'field.disagreement'), typed(disagreement)),
  ];
  return <DescriptionList items={items} missing={t('none')} />;
}
