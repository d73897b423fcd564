import { CalendarCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import type { VisitRight } from './visit';

interface ConfirmOwnVisitProps {
  visit: { id: string; confirmed_at: string | null; can: { confirm: VisitRight } };
  action: FormAction;
}

/** The patient says that they will come, with one press; after it, that they have said so. */
export function ConfirmOwnVisit({ visit, action }: ConfirmOwnVisitProps) {
  const t = useTranslations('appointments.confirmOwn');
  if (!visit.can.confirm.allowed) return null;
  if (visit.confirmed_at) {
    return (
      <p className="flex items-center gap-2 text-muted">
        <CalendarCheck aria-hidden className="size-4 shrink-0" />
        {t('already')}
      </p>
    );
  }
  return (
    <Form id={`confirm-${visit.id}`} action={action}>
      <SubmitButton pendingLabel={t('pending')}>
        <CalendarCheck aria-hidden className="size-4" />
        {t('submit')}
      </SubmitButton>
    </Form>
  );
}
