import { useTranslations } from 'next-intl';
import { FileField } from '#components/form/file-field';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { SubmitButton } from '#components/ui/submit-button';
import { paths } from '#lib/platform/paths';

interface ProfilePictureProps {
  /** As the profile says; null where there is none. */
  address: string | null;
  set: FormAction;
  remove: FormAction;
}

/** The picture of an account: to be set, replaced or taken away. */
export function ProfilePicture({ address, set, remove }: ProfilePictureProps) {
  const t = useTranslations('account.profile.picture');
  const ofDocuments = useTranslations('documents.form');
  return (
    <Section id="picture" title={t('title')}>
      <Card className="flex flex-col gap-5">
        <p className="text-muted">{t('text')}</p>
        {address ? (
          // biome-ignore lint/performance/noImgElement: 256 pixels that only its viewers may have are not to be optimised.
          <img
            src={paths.picture(address)}
            alt={t('alt')}
            width={128}
            height={128}
            className="size-32 rounded-pill border border-border object-cover"
          />
        ) : (
          <p className="font-semibold">{t('none')}</p>
        )}
        <Form id="picture-form" action={set} fields={{ content: t('file') }}>
          <FileField
            name="content"
            label={t('file')}
            hint={t('fileHint')}
            accept="image/jpeg,image/png,image/webp"
            tooLarge={ofDocuments('tooLarge')}
            required
          />
          <div>
            <SubmitButton tone="secondary" pendingLabel={t('pending')}>
              {t('submit')}
            </SubmitButton>
          </div>
        </Form>
        {address && (
          <Form id="picture-remove" action={remove}>
            <div>
              <SubmitButton tone="quiet" pendingLabel={t('removing')}>
                {t('remove')}
              </SubmitButton>
            </div>
          </Form>
        )}
      </Card>
    </Section>
  );
}
