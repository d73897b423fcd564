import type { Page } from 'playwright';
import { paths } from '#lib/platform/paths';
import type { PortalState } from './states';

const pressAdd = async (page: Page) => {
  await page.getByRole('button', { name: 'Add document' }).click();
  await page.getByRole('main').getByRole('alert').first().waitFor();
};

/** Documents: added, opened, and not filled in. */
export const documentStates: readonly PortalState[] = [
  {
    name: 'patient-document-added',
    viewer: 'patient',
    address: paths.patient.documents,
    act: async (page) => {
      const buffer = Buffer.from('Seen today, all is well.');
      await page
        .getByLabel('File', { exact: true })
        .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer });
      await page.getByLabel('Title').fill('Letter from the eye clinic');
      await page.getByRole('button', { name: 'Add document' }).click();
      await page.getByRole('main').getByRole('status').waitFor();
    },
  },
  {
    name: 'patient-document',
    viewer: 'patient',
    address: paths.patient.documents,
    act: async (page) => {
      await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
      await page.waitForURL(/\/patient\/documents\/[0-9a-f-]{36}$/);
    },
  },
  {
    name: 'patient-document-wrong',
    viewer: 'patient',
    address: paths.patient.documents,
    act: pressAdd,
  },
];
