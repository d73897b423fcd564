import { CalendarCheck, CalendarX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { MessagePage } from '#components/ui/message-page';
import { Notice } from '#components/ui/notice';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { chosenDay } from './booking-week';
import { ConfirmVisit } from './confirm-visit';
import { SameTime } from './same-time';
import { SlotLinks } from './slot-links';
import { SlotPicker } from './slot-picker';
import { useTwoClocks } from './two-clocks';
import type { VisitRight } from './visit';
import { VisitChangeQuestion } from './visit-change-question';

interface LinkedVisitView {
  scheduled_at: string;
  zone: string;
  own_zone: string | null;
  mode: 'in_person' | 'video';
  confirmed: boolean;
  clinic_name: string;
  clinic_phone: string | null;
  can: { cancel: VisitRight; move: VisitRight };
  earlier: string | null;
  later: string;
  days: { date: string; slots: { starts_at: string }[] }[];
}

interface LinkedVisitProps {
  visit: LinkedVisitView;
  /** What stands in the address. */
  asked: {
    token: string;
    from: string | undefined;
    day: string | undefined;
    at: string | undefined;
    cancel: boolean;
  };
  cancel: FormAction;
  move: FormAction;
  confirm: FormAction;
}

/** A visit for whoever has followed the link of a mail: when and where, another time or none. */
export function LinkedVisit({ visit, asked, cancel, move, confirm }: LinkedVisitProps) {
  const t = useTranslations('visitLink');
  const { format } = useTwoClocks(visit.zone, visit.own_zone);
  const { token, from, day, at } = asked;
  const timeOf = (moment: string) => `${format.longDateWithYear(moment)}, ${format.time(moment)}`;
  const sameTime = (at: string) => <SameTime at={at} zone={visit.zone} ownZone={visit.own_zone} />;
  const here = (query: { from?: string; day?: string; at?: string; ask?: 'cancel' }) =>
    paths.visitChange({ token, from, ...query });
  const { date, slots, slot } = chosenDay(visit.days, { from: '', day, earlier: undefined, later: '' }, at);
  const question = {
    ...{ token, when: timeOf(visit.scheduled_at), keepHref: here({}) },
    ownZone: visit.own_zone,
  };
  if (asked.cancel && visit.can.cancel.allowed) {
    return (
      <VisitChangeQuestion
        {...question}
        about="cancel"
        there={sameTime(visit.scheduled_at)}
        action={cancel}
      />
    );
  }
  if (slot && visit.can.move.allowed) {
    return (
      <VisitChangeQuestion
        {...question}
        about="move"
        action={move}
        to={{ startsAt: slot.starts_at, when: timeOf(slot.starts_at) }}
        there={sameTime(slot.starts_at)}
      />
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-1">
        <h1 className="text-3xl font-bold">{t('title')}</h1>
        <p className="text-muted">{t('intro')}</p>
      </div>
      <Card className="flex flex-col gap-3">
        <p className="text-xl font-semibold">{timeOf(visit.scheduled_at)}</p>
        <p className="text-muted tabular-nums empty:hidden">{sameTime(visit.scheduled_at)}</p>
        <p className="text-muted">
          {t('where', { mode: visit.mode, clinic: visit.clinic_name, zone: visit.own_zone ?? visit.zone })}
        </p>
        <ConfirmVisit token={token} confirmed={visit.confirmed} action={confirm} />
        {visit.can.cancel.allowed && (
          <ButtonLink href={here({ ask: 'cancel' })} tone="danger">
            {t('cancel.open')}
          </ButtonLink>
        )}
      </Card>
      {at && !slot && visit.can.move.allowed && <Notice tone="warn" title={t('gone')} />}
      {visit.can.move.allowed ? (
        <section className="flex flex-col gap-3" aria-labelledby="other-times">
          <h2 id="other-times" className="text-xl font-semibold">
            {t('move.open')}
          </h2>
          <SlotPicker
            days={visit.days}
            selectedDate={date}
            zone={visit.zone}
            dayHref={(other) => here({ day: other })}
            {...(visit.earlier && { earlierHref: here({ from: visit.earlier }) })}
            laterHref={here({ from: visit.later })}
          >
            {slots.length > 0 && (
              <SlotLinks
                slots={slots}
                zone={visit.zone}
                ownZone={visit.own_zone}
                hrefOf={(startsAt) => here({ day: date, at: startsAt })}
              />
            )}
          </SlotPicker>
        </section>
      ) : (
        <Notice tone="warn" title={t('tooLate')}>
          <p>{visit.clinic_phone ? t('call', { phone: visit.clinic_phone }) : t('callClinic')}</p>
        </Notice>
      )}
    </div>
  );
}

/** What the link has done. */
export function LinkedVisitChanged({ done }: { done: 'moved' | 'cancelled' | 'confirmed' }) {
  const t = useTranslations('visitLink');
  const Icon = done === 'cancelled' ? CalendarX : CalendarCheck;
  return (
    <MessagePage
      icon={<Icon aria-hidden className="size-8" />}
      title={t(`done.${done}`)}
      actions={<TextLink href={paths.patient.visits}>{t('way')}</TextLink>}
    >
      <p>{t(`doneText.${done}`)}</p>
    </MessagePage>
  );
}
