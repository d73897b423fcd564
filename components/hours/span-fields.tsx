import { useTranslations } from 'next-intl';
import { CheckField } from '#components/form/check-field';
import { SelectField } from '#components/form/select-field';
import { TextField } from '#components/form/text-field';

export const spanFieldNames = [
  'starts',
  'ends',
  'break_starts',
  'break_ends',
  'slot_minutes',
  'room_id',
  'in_person',
  'video',
] as const;

const steps = [10, 15, 20, 30, 40, 45, 60];

/** The usual lengths, and the one that is set. */
export const stepsWith = (own: number): number[] => [...new Set([...steps, own])].sort((a, b) => a - b);

interface SpanFieldsProps {
  /** Under which name they stand: `weekly.0`. */
  group: string;
  rooms: readonly { id: string; name: string }[];
  step: number;
}

/** The fields of one span of a day. */
export function SpanFields({ group, rooms, step }: SpanFieldsProps) {
  const t = useTranslations('hours.day');
  const times = ['starts', 'ends', 'break_starts', 'break_ends'] as const;
  return (
    <div className="clear-both flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {times.map((field) => (
          <TextField key={field} name={`${group}.${field}`} type="time" label={t(`field.${field}`)} />
        ))}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          name={`${group}.slot_minutes`}
          label={t('field.slot_minutes')}
          choices={stepsWith(step).map((minutes) => ({
            value: String(minutes),
            label: t('minutes', { minutes }),
          }))}
        />
        <SelectField
          name={`${group}.room_id`}
          label={t('field.room_id')}
          choices={[
            { value: '', label: t('noRoom') },
            ...rooms.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <div className="grid gap-x-3 sm:grid-cols-2">
        {(['in_person', 'video'] as const).map((field) => (
          <CheckField
            key={field}
            name={`${group}.${field}`}
            label={t(`field.${field}`)}
            hint={t(`hint.${field}`)}
          />
        ))}
      </div>
    </div>
  );
}
