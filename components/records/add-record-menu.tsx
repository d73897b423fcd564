import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class';
import { DetailsMenu } from '#components/ui/details-menu';
import { PageLink } from '#components/ui/page-link';
import { paths } from '#lib/platform/paths';
import { type WritableKind, writableKinds } from './record';
import { RecordIcon } from './record-icon';

const item =
  'flex min-h-11 items-center gap-3 rounded-field px-3 font-medium hover:bg-sunken compact:min-h-9';

/** What a doctor may write into a chart. */
export function AddRecordMenu({ patientId }: { patientId: string }) {
  const t = useTranslations('records');
  const trigger = (
    <span className={buttonClass('primary')}>
      <Plus aria-hidden className="size-4" />
      {t('add')}
    </span>
  );
  return (
    <DetailsMenu trigger={trigger} label={t('add')}>
      <ul>
        {writableKinds.map((kind: WritableKind) => (
          <li key={kind}>
            <PageLink href={paths.doctor.newRecord(patientId, kind)} className={item}>
              <RecordIcon type={kind} />
              {t(`type.${kind}`)}
            </PageLink>
          </li>
        ))}
      </ul>
    </DetailsMenu>
  );
}
