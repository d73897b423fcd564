import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';

export interface ClosureView {
  id: string;
  kind: 'holiday' | 'closure';
  name: string;
  first_day: string;
  last_day: string;
  visits: number | null;
}

interface ClosureListProps {
  closures: readonly ClosureView[];
  /** Posts the `id` of the one that is removed. */
  remove: FormAction;
}

export function ClosureList({ closures, remove }: ClosureListProps) {
  const t = useTranslations('clinicSetup.closures');
  const { partialDate } = formatter(useLocale(), 'UTC');
  if (closures.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <Card as="ul" flush>
      {closures.map(({ id, kind, name, first_day, last_day, visits }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-52">
            <p className="font-semibold wrap-break-word">{name}</p>
            <p className="text-muted tabular-nums">
              {first_day === last_day
                ? partialDate(first_day)
                : t('range', { first: partialDate(first_day), last: partialDate(last_day) })}
            </p>
            {visits !== null && visits > 0 && <p>{t('standing', { count: visits })}</p>}
          </div>
          <Badge>{t(`kind.${kind}`)}</Badge>
          <Form id={`remove-${id}`} action={remove}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton tone="secondary" pendingLabel={t('pending')}>
              {t('remove')} <span className="sr-only">{name}</span>
            </SubmitButton>
          </Form>
        </li>
      ))}
    </Card>
  );
}
