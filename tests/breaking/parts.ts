import { bookingMutations } from './booking-mutations';
import { careMutations } from './care-mutations';
import { chartMutations } from './chart-mutations';
import { codeMutations } from './code-mutations';
import { databaseMutations } from './database-mutations';
import { exchangeMutations } from './exchange-mutations';
import { fhirDoorMutations } from './fhir-door-mutations';
import { identityMutations } from './identity-mutations';
import { importMutations } from './import-mutations';
import type { Mutation } from './mutation';
import { reminderMutations } from './reminder-mutations';
import { resultMutations } from './result-mutations';
import { visitDayMutations } from './visit-day-mutations';
import { visitMailMutations } from './visit-mail-mutations';
import { waitingMutations } from './waiting-mutations';

/** Everything that is broken on purpose, by the part of the product that it breaks. */
export const parts: Readonly<Record<string, readonly Mutation[]>> = {
  booking: bookingMutations,
  care: careMutations,
  chart: chartMutations,
  code: codeMutations,
  database: databaseMutations,
  exchange: exchangeMutations,
  fhirDoor: fhirDoorMutations,
  identity: identityMutations,
  import: importMutations,
  reminders: reminderMutations,
  result: resultMutations,
  visitDay: visitDayMutations,
  'visit mail': visitMailMutations,
  waitingList: waitingMutations,
};
