import { useTranslations } from 'next-intl';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';

export interface SiteView {
  id: string;
  name: string;
}

interface DoctorFieldsProps {
  sites: readonly SiteView[];
  /** Not where the form may be about no doctor. */
  required: boolean;
}

/** Posts `display_name`, `speciality` and, where there are several sites, `clinic_id`. */
export function DoctorFields({ sites, required }: DoctorFieldsProps) {
  const t = useTranslations('invite');
  return (
    <>
      {(['display_name', 'speciality'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`field.${name}`)}
          hint={t(`hint.${name}`)}
          autoComplete="off"
          required={required}
          maxLength={100}
        />
      ))}
      {sites.length > 1 && (
        <SelectField
          name="clinic_id"
          label={t('field.clinic_id')}
          required={required}
          choices={[
            { value: '', label: t('chooseSite') },
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </>
  );
}
