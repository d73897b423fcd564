import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { SubmitButton } from '#components/ui/submit-button';
import { type PersonAct, paths } from '#lib/platform/paths';
import type { PersonDetail } from './person-detail';

interface PersonActionsProps {
  person: PersonDetail;
  /** Nobody does these things to themself. */
  isSelf: boolean;
  resend: FormAction;
  withdraw: FormAction;
}

function actsFor({ is_verified, disabled }: PersonDetail): PersonAct[] {
  if (disabled) return ['enable'];
  return is_verified ? ['role', 'recovery', 'disable'] : [];
}

export function PersonActions({ person, isSelf, resend, withdraw }: PersonActionsProps) {
  const t = useTranslations('person');
  if (isSelf) return <p className="text-muted">{t('acts.self')}</p>;
  const isInvited = !person.is_verified && !person.disabled;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {isInvited && person.role !== 'patient' && (
        <Form id="resend" action={resend} className="flex flex-col gap-2">
          <SubmitButton tone="secondary" pendingLabel={t('act.pending')}>
            {t('acts.resend')}
          </SubmitButton>
        </Form>
      )}
      {isInvited && (
        <Form id="withdraw" action={withdraw} className="flex flex-col gap-2">
          <SubmitButton tone="danger" pendingLabel={t('act.pending')}>
            {t('acts.withdraw')}
          </SubmitButton>
        </Form>
      )}
      {actsFor(person).map((act) => (
        <ButtonLink
          key={act}
          href={paths.admin.personAct(person.id, act)}
          tone={act === 'disable' ? 'danger' : 'secondary'}
        >
          {t(`acts.${act}`)}
        </ButtonLink>
      ))}
    </div>
  );
}
