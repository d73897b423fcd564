import { z } from 'zod';
import { dateOfBirth } from '#lib/domain/person';
import { systemClock } from '#lib/platform/clock';

/** Where the day begins first (Kiribati): a child born there this morning is not born in the future. */
const latestDate = () => systemClock.now().toZonedDateTimeISO('+14:00').toPlainDate();

/** Asked when a form arrives, so that a date in the future is told together with every other fault. */
export const birthDate = z
  .string()
  .meta({ maxLength: 10 })
  .superRefine((text, context) => {
    const { error } = dateOfBirth(latestDate()).safeParse(text);
    for (const { message } of error?.issues ?? []) context.addIssue({ code: 'custom', message });
  });
