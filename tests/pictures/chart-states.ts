import type { Page } from 'playwright';
import { paths } from '#lib/platform/paths';
import type { PortalState } from './states';

const firstChart = async (page: Page) => {
  await page.goto(paths.doctor.patients);
  const link = page.getByRole('main').locator('table a').first();
  return (await link.getAttribute('href')) ?? '';
};
const inTimeline = async (page: Page) => `${await firstChart(page)}?section=timeline`;
const searchField = (page: Page) => page.getByRole('searchbox', { name: 'Search in this chart' });
const indexed = (page: Page) => page.getByText(/^\d+ of \d+ records$/).waitFor();

/** A chart as it is filtered, searched and scrolled. */
export const chartStates: readonly PortalState[] = [
  {
    name: 'doctor-timeline-filtered',
    viewer: 'doctor',
    address: inTimeline,
    act: async (page) => {
      await indexed(page);
      await searchField(page).fill('glucose');
    },
  },
  {
    name: 'doctor-timeline-nothing-fits',
    viewer: 'doctor',
    address: inTimeline,
    act: async (page) => {
      await indexed(page);
      await searchField(page).fill('zzz');
    },
  },
  {
    name: 'doctor-timeline-scrolled',
    viewer: 'doctor',
    address: inTimeline,
    act: async (page) => {
      await indexed(page);
      await page.mouse.wheel(0, 3000);
    },
  },
  {
    name: 'doctor-chart-searched',
    viewer: 'doctor',
    address: inTimeline,
    act: async (page) => {
      await searchField(page).fill('blood');
      await page.getByRole('button', { name: 'Search in all texts' }).click();
      await page.getByText(/found for/).waitFor();
    },
  },
  {
    name: 'doctor-two-charts',
    viewer: 'doctor',
    address: firstChart,
    act: async (page) => {
      const other = await page.context().newPage();
      await other.goto(paths.doctor.patients);
      await other.getByRole('main').locator('table a').nth(1).click();
      await page.getByText('is open in another tab').waitFor();
    },
  },
  {
    name: 'doctor-patients-found',
    viewer: 'doctor',
    address: paths.doctor.patients,
    act: async (page) => {
      await page.getByRole('searchbox').locator('visible=true').first().fill('zzz');
      await page.keyboard.press('Enter');
      await page
        .getByText(/Nobody found/)
        .first()
        .waitFor();
    },
  },
];
