import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { writtenLanguages } from '#lib/i18n/locale';
import { paths } from '#lib/platform/paths';
import { ReminderChecks } from './reminder-checks';
import { type ReminderKind, reminderKinds } from './reminder-kinds';

interface RemindersFormProps {
  settings: {
    mail_kinds: ReminderKind[];
    text_kinds: ReminderKind[];
    quiet_from: string;
    quiet_to: string;
    zone: string | null;
    locale: string | null;
    has_phone: boolean;
  };
  clinicZone: string;
  action: FormAction;
}

/** What there is to choose, with what is chosen already, where that has another name. */
const withChosen = (known: readonly string[], chosen: string | null) => [
  ...(chosen && !known.includes(chosen) ? [chosen] : []),
  ...known,
];

/** How its owner is reminded of visits, when it is quiet, and by which clock they read. */
export function RemindersForm({ settings, clinicZone, action }: RemindersFormProps) {
  const t = useTranslations('reminders');
  const locale = useLocale();
  const { mail_kinds, text_kinds, quiet_from, quiet_to, has_phone } = settings;
  const values = { quiet_from, quiet_to, zone: settings.zone ?? '', locale: settings.locale ?? '' };
  const names = ['quiet_from', 'quiet_to', 'zone', 'locale'] as const;
  const fields = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  const kinds = reminderKinds.map((value) => ({
    value,
    label: t(`kind.${value}`),
  }));
  const zones = withChosen(['UTC', ...Intl.supportedValuesOf('timeZone')], settings.zone);
  const nameOf = new Intl.DisplayNames(locale, { type: 'language' });
  const languages = withChosen(writtenLanguages, settings.locale);
  return (
    <Card>
      <Form id="reminders" action={action} fields={fields} initial={{ status: 'idle', values }}>
        <ReminderChecks
          name="mail_kinds"
          legend={t('mail')}
          hint={t('mailHint')}
          kinds={kinds}
          chosen={mail_kinds}
        />
        {has_phone ? (
          <ReminderChecks
            name="text_kinds"
            legend={t('texts')}
            hint={t('textsHint')}
            kinds={kinds}
            chosen={text_kinds}
          />
        ) : (
          <div>
            <h2 className="font-semibold">{t('texts')}</h2>
            <p className="text-muted">
              {t('noPhone')} <TextLink href={paths.account.phone}>{t('addPhone')}</TextLink>
            </p>
          </div>
        )}
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="quiet_from" type="time" label={t('field.quiet_from')} required />
          <TextField name="quiet_to" type="time" label={t('field.quiet_to')} required />
        </div>
        <p className="text-base text-muted">{t('quietHint')}</p>
        <SelectField
          name="zone"
          label={t('field.zone')}
          hint={t('zoneHint')}
          choices={[
            { value: '', label: t('zoneOfClinic', { zone: clinicZone }) },
            ...zones.map((value) => ({ value, label: value })),
          ]}
        />
        <SelectField
          name="locale"
          label={t('field.locale')}
          hint={t('localeHint')}
          choices={[
            { value: '', label: t('localeOfBrowser') },
            ...languages.map((value) => ({ value, label: nameOf.of(value) ?? value })),
          ]}
        />
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
