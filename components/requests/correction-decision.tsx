import { useTranslations } from 'next-intl';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { DecisionForm } from './decision-form';
import { DenyForm } from './deny-form';

interface CorrectionDecisionProps {
  /** Whether the record takes other words. */
  canAmend: boolean;
  correctHref: string;
  decide: FormAction;
  deny: FormAction;
  draft: FormDraft;
}

/** Accepting leads straight into the form that corrects the record. */
export function CorrectionDecision({ canAmend, correctHref, decide, deny, draft }: CorrectionDecisionProps) {
  const t = useTranslations('requests.decide');
  if (!canAmend) return <DecisionForm kind="correction" action={decide} draft={draft} />;
  return (
    <>
      <Card className="flex flex-col items-start gap-3">
        <p className="text-muted">{t('correctText')}</p>
        <ButtonLink href={correctHref}>{t('correct')}</ButtonLink>
      </Card>
      <DenyForm action={deny} draft={draft} />
    </>
  );
}
