import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { buttonClass } from '#components/ui/button-class';
import { Card } from '#components/ui/card';
import { CopyButton } from '#components/ui/copy-button';
import { Notice } from '#components/ui/notice';
import { PrintButton } from '#components/ui/print-button';
import { SubmitButton } from '#components/ui/submit-button';

interface NewRecoveryCodesProps {
  codes: readonly string[];
  /** The address of this site: a sheet of paper does not say where it is for. */
  site: string;
  /** Where to go on to, a checked path of this site; else to the page on security. */
  next: string | undefined;
  /** Posts `next`, once the person has them. */
  action: FormAction;
}

/** The only sight of ten new codes. On paper the page is this list alone. */
export function NewRecoveryCodes({ codes, site, next, action }: NewRecoveryCodesProps) {
  const t = useTranslations('account.recoveryCodes');
  const text = [t('site', { site }), ...codes, ''].join('\r\n');
  return (
    <Card className="flex flex-col gap-5">
      <h2 className="text-xl dense:text-base">{t('newTitle')}</h2>
      <p className="print:hidden">{t('keep')}</p>
      <div>
        <p className="hidden print:block">{t('site', { site })}</p>
        <ol
          aria-label={t('list')}
          className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-5 gap-y-2 sm:grid-cols-2 rounded-field bg-sunken px-4 py-3 font-mono text-lg print:bg-transparent"
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className="flex flex-wrap gap-3 print:hidden">
        <PrintButton label={t('print')} />
        <CopyButton text={text} label={t('copy')} doneLabel={t('copied')} />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={t('file')}
          className={buttonClass('secondary')}
        >
          {t('download')}
        </a>
      </div>
      <div className="flex flex-col gap-4 print:hidden">
        <Notice tone="warn">{t('once')}</Notice>
        <Form id="have-codes" action={action}>
          {next && <input type="hidden" name="next" value={next} />}
          <div>
            <SubmitButton pendingLabel={t('saving')}>{t('saved')}</SubmitButton>
          </div>
        </Form>
      </div>
    </Card>
  );
}
