import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClinicFrame } from '#components/clinic/clinic-frame';
import { RoomForm, RoomList } from '#components/clinic/room-list';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { listRooms } from '#lib/operations/rooms/list';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import type { SearchParams } from '#lib/transport/page-query';
import { siteOf } from '../site-of';
import { addRoom, putAwayRoom, renameRoom } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinicSetup'))('section.rooms') };
}

export default async function RoomsPage({ searchParams }: { searchParams: SearchParams }) {
  await personOf('admin');
  const [{ asked, site, sites, ofSeveral }, { items }, t] = await Promise.all([
    siteOf(searchParams),
    query(listRooms, {}),
    getTranslations('clinicSetup.rooms'),
  ]);
  const changing = asked.change ?? '';
  return (
    <ClinicFrame section="rooms" site={site} sites={sites} done={asked.done}>
      <RoomList
        rooms={items.filter(({ clinic_id }) => clinic_id === site.id)}
        changing={changing}
        site={ofSeveral}
        rename={renameRoom.bind(null, changing, ofSeveral)}
        archive={putAwayRoom.bind(null, changing, ofSeveral)}
      />
      <Section id="add-room-title" title={t('addTitle')}>
        <Card>
          <RoomForm room={null} action={addRoom.bind(null, site.id, ofSeveral)} />
        </Card>
      </Section>
    </ClinicFrame>
  );
}
