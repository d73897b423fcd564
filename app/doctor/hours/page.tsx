import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HoursFrame } from '#components/hours/hours-frame';
import { WeekList } from '#components/hours/week-list';
import { getHours } from '#lib/operations/hours/get';
import { listRooms } from '#lib/operations/rooms/list';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('title') };
}

export default async function HoursPage({ searchParams }: { searchParams: SearchParams }) {
  await personOf('doctor');
  const [{ done }, { weekly }, { items: rooms }] = await Promise.all([
    queryOf(searchParams),
    query(getHours, {}),
    query(listRooms, {}),
  ]);
  return (
    <HoursFrame section="week" done={done}>
      <WeekList weekly={weekly} rooms={rooms} />
    </HoursFrame>
  );
}
