import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

export interface ServiceView {
  id: string;
  name: string;
  minutes: number;
  colour: 'green' | 'blue' | 'violet' | 'amber' | 'rose' | 'slate';
  in_person: boolean;
  video: boolean;
  patients_book: boolean;
  version: number;
}

/** Visit types, each a way to its own page. */
export function ServiceList({ services }: { services: readonly ServiceView[] }) {
  const t = useTranslations('clinicSetup.services');
  if (services.length === 0) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
  return (
    <Card as="ul" flush>
      {services.map((service) => (
        <li key={service.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
          <div className="min-w-0 flex-1 basis-52">
            <TextLink href={paths.admin.service(service.id)} className="wrap-break-word">
              {service.name}
            </TextLink>
            <p className="text-muted">
              {t('facts', {
                minutes: service.minutes,
                mode: service.in_person && service.video ? 'any' : service.video ? 'video' : 'in_person',
                colour: t(`colour.${service.colour}`),
              })}
            </p>
          </div>
          {!service.patients_book && <Badge>{t('staffOnly')}</Badge>}
        </li>
      ))}
    </Card>
  );
}
