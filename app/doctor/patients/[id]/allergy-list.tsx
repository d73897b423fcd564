import { getTranslations } from 'next-intl/server';
import { codeWords } from '#components/records/record-says';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { getPatient } from '#lib/operations/patients/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';

/** The banner's allergies with all that is known of them; "none known" is a record too. */
export async function AllergyList({ patientId }: { patientId: string }) {
  const [{ allergies }, t, records] = await Promise.all([
    query(getPatient, { id: patientId }),
    getTranslations('patients.allergies'),
    getTranslations('records'),
  ]);
  const allHref = paths.doctor.chart(patientId, { section: 'timeline', group: 'allergies' });
  return (
    <Section
      id="allergies"
      title={records('find.groups.allergies')}
      aside={allergies.length > 0 && <TextLink href={allHref}>{records('find.groups.all')}</TextLink>}
    >
      {allergies.length === 0 && <p className="text-muted">{t('notRecorded')}</p>}
      {allergies.length > 0 && (
        <Card as="ul" flush>
          {allergies.map(({ id, title, reaction, severity, criticality }) => (
            <li key={id} className="px-5 py-3 dense:px-4 dense:py-2">
              <TextLink
                href={paths.doctor.record(patientId, id)}
                look="plain"
                className="block min-h-11 content-center font-semibold wrap-break-word compact:min-h-6"
              >
                {title}
              </TextLink>
              <span className="block text-muted">
                {[
                  reaction,
                  severity && codeWords('choice', severity, records),
                  criticality === 'high' && records('criticality.high'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </Card>
      )}
    </Section>
  );
}
