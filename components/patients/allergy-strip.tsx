import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { codeWords } from '#components/records/record-says';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

export interface Allergy {
  id: string;
  title: string;
  /** It says that there is none. */
  no_known_allergy: boolean;
  warnings: readonly string[];
  criticality: string | null;
  severity: string | null;
  reaction: string | null;
}

interface AllergyStripProps {
  patientId: string;
  allergies: readonly Allergy[];
}

/** "No known allergies" is what somebody has said; an empty list is not. */
export function AllergyStrip({ patientId, allergies }: AllergyStripProps) {
  const t = useTranslations('patients.allergies');
  const known = allergies.filter(({ no_known_allergy }) => !no_known_allergy);
  if (known.length === 0) {
    const stated = allergies.length > 0;
    return (
      <p className={stated ? 'font-semibold' : 'text-muted'}>{stated ? t('noneKnown') : t('notRecorded')}</p>
    );
  }
  return (
    <div className="mt-0.5 flex items-baseline gap-x-2 rounded-field bg-danger-soft px-2 py-0.5 text-danger-ink">
      <p className="flex shrink-0 items-center gap-1.5 font-semibold">
        <TriangleAlert aria-hidden className="size-4" />
        {t('title', { count: known.length })}
      </p>
      <ul className="flex min-w-0 gap-x-4 gap-y-0.5 overflow-x-auto whitespace-nowrap py-0.5 sm:flex-wrap sm:overflow-visible">
        {known.map((allergy) => (
          <li key={allergy.id}>
            <TextLink
              href={paths.doctor.record(patientId, allergy.id)}
              look="plain"
              className="inline-block min-h-11 content-center font-bold -outline-offset-2 compact:min-h-6"
            >
              {allergy.title}
            </TextLink>
            <Gravity allergy={allergy} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Gravity({ allergy: { criticality, severity, reaction, warnings } }: { allergy: Allergy }) {
  const t = useTranslations('records');
  const words = [
    severity && codeWords('choice', severity, t),
    criticality === 'high' && t('criticality.high'),
    reaction,
    warnings.includes('unconfirmed') && t('short.unconfirmed'),
  ].filter(Boolean);
  return words.length > 0 && ` (${words.join(', ')})`;
}
