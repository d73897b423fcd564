import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import type { CareItem } from './care';
import { CareFacts } from './care-facts';
import { ChangeEnd } from './change-end';

interface CareListProps {
  items: readonly CareItem[];
  zone: string;
  /** Whose end is being changed, by the address: the question works without script. */
  changing: string | undefined;
  /** Both post `id`. Where nothing is to be changed, `change` is left out. */
  actions: { end: FormAction; change?: FormAction };
}

export function CareList({ items, zone, changing, actions }: CareListProps) {
  const t = useTranslations('sharing');
  return (
    <Card as="ul" flush>
      {items.map((item) => {
        const { id, can, name } = item;
        const who = name ?? t('unnamed');
        return (
          <li key={id} className="flex flex-col gap-3 px-5 py-4 dense:px-4 dense:py-3">
            <CareFacts item={item} zone={zone} />
            {changing === id && can.change_end.allowed && actions.change && (
              <ChangeEnd item={item} zone={zone} action={actions.change} />
            )}
            <div className="flex flex-wrap items-center gap-x-5 gap-y-2 empty:hidden no-print">
              {can.end.allowed && (
                <Form id={`end-${id}`} action={actions.end} className="flex flex-col gap-2">
                  <input type="hidden" name="id" value={id} />
                  <SubmitButton tone="secondary" pendingLabel={t('ending')}>
                    {t('end')} <span className="sr-only">{t('endOf', { name: who })}</span>
                  </SubmitButton>
                </Form>
              )}
              {can.change_end.allowed && changing !== id && (
                <TextLink
                  href={paths.patient.sharingAsking({ change: id })}
                  className="inline-flex min-h-11 items-center"
                >
                  {t('change')} <span className="sr-only">{t('changeOf', { name: who })}</span>
                </TextLink>
              )}
            </div>
          </li>
        );
      })}
    </Card>
  );
}
