import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { type CodeMethod, MethodField } from './method-field';
import { TrustDeviceField } from './trust-device-field';

interface CodeFormProps {
  /** Posts `code`, `trust_device` and `next`. What proves the password stands in a cookie, not in the page. */
  action: FormAction;
  next?: string;
  method: CodeMethod;
  mayTrustDevice: boolean;
}

/** The second step of signing in, by a code. */
export function CodeForm({ action, next, method, mayTrustDevice }: CodeFormProps) {
  const t = useTranslations('auth.code');
  return (
    <Form id="code" action={action} fields={{ code: t(`${method}.code`) }}>
      <input type="hidden" name="method" value={method} />
      {next && <input type="hidden" name="next" value={next} />}
      <MethodField method={method} />
      {mayTrustDevice && <TrustDeviceField />}
      <SubmitButton className="w-full" pendingLabel={t('pending')}>
        {t('submit')}
      </SubmitButton>
    </Form>
  );
}
