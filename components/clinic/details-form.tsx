import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';

export interface SiteDetails {
  name: string;
  address: string | null;
  phone: string | null;
  video_url: string | null;
  change_notice_minutes: number;
  version: number;
}

/** In minutes; what else is set stays a choice. */
const notices = [0, 120, 1440, 2880, 4320, 10_080];

/** Posts the details of a site with the version that was read. */
export function DetailsForm({ site, action }: { site: SiteDetails; action: FormAction }) {
  const t = useTranslations('clinicSetup.details');
  const names = ['name', 'address', 'phone', 'video_url', 'change_notice_minutes'] as const;
  const fields = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  const { change_notice_minutes: notice } = site;
  const choices = [...new Set([...notices, notice])].sort((a, b) => a - b);
  const values = Object.fromEntries(names.map((name) => [name, String(site[name] ?? '')]));
  return (
    <Card>
      <Form id="details" action={action} fields={fields} initial={{ status: 'idle', values }}>
        <input type="hidden" name="expected_version" value={site.version} />
        <TextField name="name" label={t('field.name')} required maxLength={80} autoComplete="off" />
        <TextField
          name="address"
          label={t('field.address')}
          optionalLabel={t('optional')}
          maxLength={300}
          autoComplete="off"
        />
        <TextField
          name="phone"
          type="tel"
          label={t('field.phone')}
          hint={t('hint.phone')}
          optionalLabel={t('optional')}
          autoComplete="off"
        />
        <TextField
          name="video_url"
          label={t('field.video_url')}
          hint={t('hint.video_url')}
          optionalLabel={t('optional')}
          inputMode="text"
          maxLength={500}
          autoComplete="off"
        />
        <SelectField
          name="change_notice_minutes"
          label={t('field.change_notice_minutes')}
          hint={t('hint.change_notice_minutes')}
          choices={choices.map((minutes) => ({
            value: String(minutes),
            label: t('notice', noticeOf(minutes)),
          }))}
        />
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

/** In the largest unit that it is a whole number of. */
function noticeOf(minutes: number): { unit: 'none' | 'minutes' | 'hours' | 'days'; count: number } {
  if (minutes === 0) return { unit: 'none', count: 0 };
  if (minutes % 60 > 0) return { unit: 'minutes', count: minutes };
  const hours = minutes / 60;
  return hours % 24 === 0 && hours > 48
    ? { unit: 'days', count: hours / 24 }
    : { unit: 'hours', count: hours };
}
