import { useTranslations } from 'next-intl';
import { CheckField } from '#components/form/check-field';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SelectField } from '#components/form/select-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { stepsWith } from './span-fields';

interface OffersFormProps {
  /** All of the site. */
  services: readonly { id: string; name: string; minutes: number; patients_book: boolean }[];
  /** Those that the doctor offers. */
  offers: readonly { service_id: string; minutes: number | null }[];
  version: number;
  /** Posts `services.<id>.offered` and `.minutes` with the version that was read. */
  action: FormAction;
}

/** What a doctor may be booked for, each with their own length of it. */
export function OffersForm({ services, offers, version, action }: OffersFormProps) {
  const t = useTranslations('hours.services');
  const offerOf = (id: string) => offers.find(({ service_id }) => service_id === id);
  const values = services.flatMap(({ id }) => [
    [`services.${id}.offered`, String(offerOf(id) !== undefined)],
    [`services.${id}.minutes`, String(offerOf(id)?.minutes ?? '')],
  ]);
  const fields = services.map(({ id, name }) => [`services.${id}.minutes`, name]);
  if (services.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <Card>
      <Form
        id="offers"
        action={action}
        fields={Object.fromEntries(fields)}
        initial={{ status: 'idle', values: Object.fromEntries(values) }}
      >
        <input type="hidden" name="expected_version" value={version} />
        {services.map(({ id, name, minutes, patients_book }) => (
          <div
            key={id}
            className="grid gap-3 border-t border-border pt-3 first-of-type:border-0 sm:grid-cols-2"
          >
            <CheckField
              name={`services.${id}.offered`}
              label={name}
              hint={t(patients_book ? 'patientsBook' : 'staffOnly')}
            />
            <SelectField
              name={`services.${id}.minutes`}
              label={
                <>
                  {t('length')} <span className="sr-only">{name}</span>
                </>
              }
              choices={[
                { value: '', label: t('clinicLength', { minutes }) },
                ...stepsWith(offerOf(id)?.minutes ?? minutes).map((own) => ({
                  value: String(own),
                  label: t('minutes', { minutes: own }),
                })),
              ]}
            />
          </div>
        ))}
        <div>
          <SubmitButton pendingLabel={t('pending')}>{t('submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
