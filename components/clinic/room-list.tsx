import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextField } from '#components/form/text-field';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { ArchiveForm } from './archive-form';

export interface RoomView {
  id: string;
  name: string;
  version: number;
}

interface RoomListProps {
  rooms: readonly RoomView[];
  /** The room that is to change. */
  changing: string | undefined;
  /** Where there are several sites. */
  site: string | undefined;
  /** Each posts for the room that is to change. */
  rename: FormAction;
  archive: FormAction;
}

export function RoomList({ rooms, changing, site, rename, archive }: RoomListProps) {
  const t = useTranslations('clinicSetup.rooms');
  if (rooms.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <Card as="ul" flush>
      {rooms.map((room) => (
        <li key={room.id} className="px-4 py-3">
          {room.id === changing ? (
            <div className="flex flex-col gap-5">
              <RoomForm room={room} action={rename} />
              <ArchiveForm about="rooms" version={room.version} action={archive} />
            </div>
          ) : (
            <p className="flex flex-wrap items-center justify-between gap-x-4">
              <span className="min-w-0 font-semibold wrap-break-word">{room.name}</span>
              <TextLink
                href={paths.admin.rooms({ site, change: room.id })}
                className="inline-flex min-h-11 items-center compact:min-h-8"
              >
                {t('change')} <span className="sr-only">{room.name}</span>
              </TextLink>
            </p>
          )}
        </li>
      ))}
    </Card>
  );
}

interface RoomFormProps {
  /** Null for a new one. */
  room: RoomView | null;
  /** Posts `name`; of a known room with the version that was read. */
  action: FormAction;
}

export function RoomForm({ room, action }: RoomFormProps) {
  const t = useTranslations('clinicSetup.rooms');
  return (
    <Form
      id={room ? 'rename-room' : 'add-room'}
      action={action}
      fields={{ name: t('name') }}
      initial={{ status: 'idle', values: { name: room?.name ?? '' } }}
    >
      {room && <input type="hidden" name="expected_version" value={room.version} />}
      <TextField name="name" label={t('name')} required maxLength={80} autoComplete="off" />
      <div>
        <SubmitButton pendingLabel={t('pending')}>{t(room ? 'rename' : 'add')}</SubmitButton>
      </div>
    </Form>
  );
}
