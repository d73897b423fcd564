import { useTranslations } from 'next-intl';
import { CodeField } from '#components/form/code-field';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { CopyButton } from '#components/ui/copy-button';
import { SubmitButton } from '#components/ui/submit-button';

interface AuthenticatorEnrolmentProps {
  /** The QR code of the otpauth URI, drawn on our server: an SVG document. */
  qrSvg: string;
  /** Base32. */
  secret: string;
  /** Posts `code`. */
  action: FormAction;
}

const groupsOf = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** Scan, or write the key; then prove it with a code. */
export function AuthenticatorEnrolment({ qrSvg, secret, action }: AuthenticatorEnrolmentProps) {
  const t = useTranslations('account.authenticator');
  return (
    <ol className="flex flex-col gap-4">
      <li>
        <Card className="flex flex-col gap-3">
          <h2 className="text-xl dense:text-base">{t('app.title')}</h2>
          <p className="text-muted">{t('app.text')}</p>
        </Card>
      </li>
      <li>
        <Card className="flex flex-col gap-4">
          <h2 className="text-xl dense:text-base">{t('scan.title')}</h2>
          <div className="flex flex-wrap items-start gap-6">
            {/* White around the code in both themes: scanners need its quiet zone. */}
            {/* biome-ignore lint/performance/noImgElement: a data URI; next/image would write a style attribute */}
            <img
              src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`}
              alt={t('scan.alt')}
              width={192}
              height={192}
              className="card-edge size-48 rounded-field border border-border"
            />
            <div className="flex min-w-0 flex-1 basis-60 flex-col items-start gap-3">
              <p className="text-muted">{t('scan.key')}</p>
              <code className="w-full rounded-field bg-sunken px-3 py-2 font-mono text-base wrap-break-word">
                {groupsOf(secret)}
              </code>
              <CopyButton text={secret} label={t('scan.copy')} doneLabel={t('scan.copied')} />
            </div>
          </div>
        </Card>
      </li>
      <li>
        <Card className="flex flex-col gap-4">
          <h2 className="text-xl dense:text-base">{t('confirm.title')}</h2>
          <Form id="confirm-code" action={action} fields={{ code: t('confirm.code') }}>
            <CodeField name="code" label={t('confirm.code')} hint={t('confirm.hint')} />
            <div>
              <SubmitButton pendingLabel={t('confirm.pending')}>{t('confirm.submit')}</SubmitButton>
            </div>
          </Form>
        </Card>
      </li>
    </ol>
  );
}
