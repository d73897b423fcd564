import { CalendarCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Badge } from '#components/ui/badge';
import { SubmitButton } from '#components/ui/submit-button';

interface ConfirmVisitProps {
  token: string;
  confirmed: boolean;
  /** Posts `token`. */
  action: FormAction;
}

/** That one will come, said with one press. Opening the page says nothing: mail scanners open every link. */
export function ConfirmVisit({ token, confirmed, action }: ConfirmVisitProps) {
  const t = useTranslations('visitLink.confirm');
  if (confirmed) {
    return (
      <div>
        <Badge tone="ok">
          <CalendarCheck aria-hidden className="size-4" /> {t('already')}
        </Badge>
      </div>
    );
  }
  return (
    <Form id="confirm-visit" action={action}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton className="max-sm:w-full" pendingLabel={t('pending')}>
        {t('submit')}
      </SubmitButton>
    </Form>
  );
}
