import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';

interface AcceptCareProps {
  invitation: { scope: 'chart' | 'appointments' | 'chart_and_appointments'; valid_until: string | null };
  token: string;
  zone: string;
  /** Posts `token`. */
  action: FormAction;
}

/** What somebody is asked to do for another, and the button that agrees. */
export function AcceptCare({ invitation: { scope, valid_until }, token, zone, action }: AcceptCareProps) {
  const t = useTranslations('lookAfter');
  const format = formatter(useLocale(), zone);
  return (
    <Card className="flex flex-col gap-5">
      <p>{t('text')}</p>
      <DescriptionList
        missing={t('missing')}
        items={[
          { term: t('scope'), value: t(`can.${scope}`) },
          { term: t('until'), value: valid_until ? format.dateTime(valid_until) : t('untilEnded') },
        ]}
      />
      <Form id="accept" action={action}>
        <input type="hidden" name="token" value={token} />
        <div>
          <SubmitButton pendingLabel={t('accepting')}>{t('accept')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
