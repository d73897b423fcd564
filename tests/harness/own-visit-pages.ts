import type { Page } from 'playwright';
import { paths } from '#lib/platform/paths';
import { along } from './along';
import type { PortalPage } from './portal-pages';

const ownVisit = along(paths.patient.visits, /^\/patient\/visits\/[0-9a-f-]{36}$/);
const under = (page: string) => async (browser: Page) => `${await ownVisit(browser)}/${page}`;

/** What a patient sees of a visit of theirs, and what they can do about it. */
export const ownVisitPages: readonly PortalPage[] = [
  { name: 'patient-visit', viewer: 'patient', address: ownVisit },
  { name: 'patient-cancel-visit', viewer: 'patient', address: under('cancel') },
  { name: 'patient-sooner-visit', viewer: 'patient', address: under('sooner') },
  { name: 'patient-move-visit', viewer: 'patient', address: under('move') },
  {
    name: 'patient-move-visit-question',
    viewer: 'patient',
    address: async (browser) => along(await under('move')(browser), /[?&]at=/)(browser),
  },
];
