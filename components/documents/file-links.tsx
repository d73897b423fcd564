import { Download, ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ButtonTone, buttonClass } from '#components/ui/button-class';
import { paths } from '#lib/platform/paths';
import type { DocumentView } from './document';

interface FileLinksProps {
  document: DocumentView;
  tone?: ButtonTone;
}

/** Both lead to the file itself and not to a page of ours: it is looked at in a tab of its own, or saved. */
export function FileLinks({ document, tone = 'secondary' }: FileLinksProps) {
  const t = useTranslations('documents');
  const { id, title, can } = document;
  if (!can.open.allowed) return null;
  return (
    <div className="flex flex-wrap gap-2 no-print">
      <a
        href={paths.files.view(id)}
        target="_blank"
        rel="noopener noreferrer"
        className={buttonClass(tone)}
        aria-label={t('viewOf', { title })}
      >
        <ExternalLink aria-hidden className="size-4" />
        {t('view')}
      </a>
      <a
        href={paths.files.download(id)}
        className={buttonClass('secondary')}
        aria-label={t('downloadOf', { title })}
      >
        <Download aria-hidden className="size-4" />
        {t('download')}
      </a>
    </div>
  );
}
