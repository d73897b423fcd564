import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { paths } from '#lib/platform/paths';
import type { ReportKind } from './report-kinds';

/** The forms by which something is added. */
export function AddLinks({ label, kinds }: { label: string; kinds: readonly ReportKind[] }) {
  const t = useTranslations('requests.health.addKind');
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-2">
        {kinds.map((kind) => (
          <li key={kind}>
            <ButtonLink href={paths.patient.addHealth(kind)} tone="secondary">
              <Plus aria-hidden className="size-4" />
              {t(kind)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
