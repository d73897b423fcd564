import { CalendarPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class';

/** Leads to a file and not to a page: the reader's calendar takes it. After a change it takes the place of the old one. */
export function AddToCalendar({ href }: { href: string }) {
  const t = useTranslations('calendar');
  return (
    <a href={href} className={buttonClass('secondary')}>
      <CalendarPlus aria-hidden className="size-4" />
      {t('add')}
    </a>
  );
}
