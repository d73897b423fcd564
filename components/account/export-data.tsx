import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { paths } from '#lib/platform/paths';

interface ExportDataProps {
  /** A patient: with visits and a record of their own. */
  hasRecord: boolean;
}

/** What the file holds, and the link that saves it. */
export function ExportData({ hasRecord }: ExportDataProps) {
  const t = useTranslations('account.export');
  return (
    <Card className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h2 className="text-xl font-bold">{t('holds')}</h2>
        <ul className="flex list-disc flex-col gap-2 ps-6">
          <li>{t('profile')}</li>
          <li>{t('signIn')}</li>
          {hasRecord && <li>{t('visits')}</li>}
          {hasRecord && <li>{t('records')}</li>}
        </ul>
        <p className="text-muted">{t('care')}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        {/* No link between pages: the browser saves what it leads to. */}
        <a href={paths.account.exportFile} className={buttonClass('primary')}>
          <Download aria-hidden className="size-5" />
          {t('download')}
        </a>
        <ButtonLink href={paths.account.overview} tone="secondary">
          {t('back')}
        </ButtonLink>
      </div>
    </Card>
  );
}
