import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { lastDayOf } from '#lib/i18n/last-day';
import { paths } from '#lib/platform/paths';
import type { CareItem } from './care';

interface ChangeEndProps {
  item: CareItem;
  zone: string;
  /** Posts `id` and `until`. */
  action: FormAction;
}

export function ChangeEnd({ item, zone, action }: ChangeEndProps) {
  const t = useTranslations('sharing.changeForm');
  const until = item.valid_until ? lastDayOf(item.valid_until, zone) : undefined;
  return (
    <Form id={`change-${item.id}`} action={action} fields={{ until: t('label') }}>
      <input type="hidden" name="id" value={item.id} />
      <div className="max-w-xs">
        <TextField name="until" type="date" label={t('label')} hint={t('hint')} defaultValue={until} />
      </div>
      <div className="flex flex-wrap items-center gap-5">
        <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        <TextLink href={paths.patient.sharing} className="inline-flex min-h-11 items-center">
          {t('cancel')}
        </TextLink>
      </div>
    </Form>
  );
}
