import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { EmailText } from '#components/ui/email-text';
import { formatter } from '#lib/i18n/format';
import type { CareItem } from './care';

/** Why somebody can open a record. */
function useReason(zone: string) {
  const t = useTranslations('sharing.reason');
  const format = formatter(useLocale(), zone);
  return ({ reason, visit_at, granted_by }: CareItem) => {
    if (reason === 'visit' && visit_at) return t('visitOn', { date: format.date(visit_at) });
    if (reason === 'granted' && granted_by) return t('grantedBy', { name: granted_by });
    return t(reason);
  };
}

/** From when until when, or how it ended. */
function useTimes(zone: string) {
  const t = useTranslations('sharing');
  const format = formatter(useLocale(), zone);
  return ({ holds, valid_from, valid_until, ended_by }: CareItem) => {
    if (!holds && valid_until)
      return t(`ended.${ended_by ?? 'time'}`, { date: format.dateTime(valid_until) });
    const until = valid_until ? t('until', { date: format.dateTime(valid_until) }) : t('untilEnded');
    return `${t('since', { date: format.date(valid_from) })}, ${until}`;
  };
}

/** Who it is, why and until when: the same words for the patient and for doctors. */
export function CareFacts({ item, zone }: { item: CareItem; zone: string }) {
  const t = useTranslations('sharing');
  const [reasonOf, timesOf] = [useReason(zone), useTimes(zone)];
  const { name, kind, speciality, email, scope } = item;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold wrap-anywhere">
        <bdi>{name ?? t('unnamed')}</bdi>
        <Badge tone={item.holds ? 'primary' : 'neutral'}>{t(`kind.${kind}`)}</Badge>
      </p>
      {speciality && <p className="text-muted">{speciality}</p>}
      {email && (
        <p className="text-muted">
          <EmailText>{email}</EmailText>
        </p>
      )}
      <p>{reasonOf(item)}</p>
      {kind !== 'treating' && <p>{t(`scope.${scope}`)}</p>}
      <p className="text-muted tabular-nums">{timesOf(item)}</p>
    </div>
  );
}
