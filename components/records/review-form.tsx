import { useTranslations } from 'next-intl';
import { CheckField } from '#components/form/check-field';
import { Form } from '#components/form/form';
import type { FormAction, FormDraft } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { Section } from '#components/ui/section';
import { SubmitButton } from '#components/ui/submit-button';

interface ReviewFormProps {
  critical: boolean;
  /** How the patient wants to see it. */
  release: 'released' | 'awaiting_comment' | 'ask_first';
  action: FormAction;
  draft: FormDraft;
}

/** A doctor looks at a result, says something about it, and goes on to the next. */
export function ReviewForm({ critical, release, action, draft }: ReviewFormProps) {
  const t = useTranslations('records.review');
  const isAwaited = release === 'awaiting_comment';
  const comment = t('comment');
  const acknowledge = t('acknowledge');
  return (
    <Section id="review" title={t('title')}>
      <Card>
        <Form
          id="review"
          action={action}
          draft={draft}
          fields={{ comment, acknowledge_critical: acknowledge }}
        >
          {isAwaited && <Notice>{t('awaited')}</Notice>}
          {release === 'ask_first' && <Notice>{t('askFirst')}</Notice>}
          {critical && (
            <CheckField name="acknowledge_critical" label={acknowledge} hint={t('acknowledgeHint')} />
          )}
          <TextAreaField
            name="comment"
            rows={3}
            maxLength={4000}
            label={comment}
            hint={t('commentHint')}
            required={isAwaited}
            {...(!isAwaited && { optionalLabel: t('optional') })}
          />
          <div>
            <SubmitButton pendingLabel={t('sending')}>{t('submit')}</SubmitButton>
          </div>
        </Form>
      </Card>
    </Section>
  );
}
