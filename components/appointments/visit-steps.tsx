import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import type { ButtonTone } from '#components/ui/button-class';
import { SubmitButton } from '#components/ui/submit-button';
import type { AgendaVisit, VisitRight } from './visit';

export interface SteppedVisit extends AgendaVisit {
  can: { arrive: VisitRight; start: VisitRight; complete: VisitRight; no_show: VisitRight; undo: VisitRight };
}

interface VisitStepsProps {
  visit: SteppedVisit;
  say: FormAction;
  undo: FormAction;
  /** `next`: what most likely comes next, for a row among others. */
  show: 'next' | 'all';
}

const steps = [
  { state: 'arrived', right: 'arrive', after: ['scheduled'] },
  { state: 'in_progress', right: 'start', after: ['arrived'] },
  { state: 'completed', right: 'complete', after: ['in_progress'] },
  { state: 'no_show', right: 'no_show', after: ['scheduled'] },
] as const;

/** What becomes of a visit, one press each; and the last press taken back. */
export function VisitSteps({ visit, say, undo, show }: VisitStepsProps) {
  const t = useTranslations('appointments');
  const words = show === 'all' ? 'steps' : 'stepsShort';
  const offered = steps.filter(
    ({ right, after }) =>
      visit.can[right].allowed && (show === 'all' || (after as readonly string[]).includes(visit.state)),
  );
  if (offered.length === 0 && !visit.can.undo.allowed) return null;
  const name = show === 'next' && <span className="sr-only"> {visit.patient_name}</span>;
  const toneOf = (index: number): ButtonTone => (show === 'all' && index === 0 ? 'primary' : 'secondary');
  return (
    <div className="flex flex-wrap gap-2">
      {offered.length > 0 && (
        <Form id={`say-${show}-${visit.id}`} action={say} className="flex flex-wrap gap-2">
          {offered.map(({ state }, index) => (
            <SubmitButton
              key={state}
              name="state"
              value={state}
              tone={toneOf(index)}
              pendingLabel={t('completing')}
            >
              {t(`${words}.${state}`)}
              {name}
            </SubmitButton>
          ))}
        </Form>
      )}
      {visit.can.undo.allowed && (
        <Form id={`undo-${show}-${visit.id}`} action={undo} className="flex flex-wrap gap-2">
          <SubmitButton tone="quiet" pendingLabel={t('completing')}>
            <Undo2 aria-hidden className="size-4" />
            {t('undo')}
            {name}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
