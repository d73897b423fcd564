import { Smartphone } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { formatter } from '#lib/i18n/format';

export interface PhoneView {
  id: string;
  name: string | null;
  ends_with: string;
  confirmed_at: string;
  answers_from: string;
  answers: boolean;
}

interface PhoneFactsProps {
  phone: PhoneView;
  name: string;
  zone: string;
}

/** Which number it is, and from when on it can be used. */
export function PhoneFacts({ phone, name, zone }: PhoneFactsProps) {
  const t = useTranslations('account.phone');
  const format = formatter(useLocale(), zone);
  return (
    <div className="flex items-start gap-4">
      <Smartphone aria-hidden className="mt-0.5 size-5 shrink-0 text-primary" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 font-semibold wrap-anywhere">
          {name}
          {!phone.answers && <Badge tone="warn">{t('waiting')}</Badge>}
        </p>
        <p className="text-base text-muted tabular-nums dense:text-sm">
          {t('endsWith', { figures: phone.ends_with })}
          <br />
          {t('since', { date: format.date(phone.confirmed_at) })}
        </p>
        {!phone.answers && (
          <p className="mt-2">{t('answersFrom', { at: format.dateTime(phone.answers_from) })}</p>
        )}
      </div>
    </div>
  );
}
