import type { DemoDoctorSlug } from './clinic';

interface DemoService {
  readonly name: string;
  readonly minutes: number;
  readonly colour: 'green' | 'blue' | 'violet' | 'amber' | 'rose' | 'slate';
  readonly in_person: boolean;
  readonly video: boolean;
  readonly patients_book: boolean;
  /** Who offers it, some with a length of their own. */
  readonly offers: readonly { readonly slug: DemoDoctorSlug; readonly minutes?: number }[];
}

const everybody = [
  { slug: 'amara-okafor' },
  { slug: 'henrik-lindqvist', minutes: 30 },
  { slug: 'priya-raman', minutes: 30 },
] as const;
const anyMode = { in_person: true, video: true, patients_book: true } as const;
const here = { in_person: true, video: false, patients_book: true } as const;

export const demoServices: readonly DemoService[] = [
  { name: 'New problem', minutes: 20, colour: 'green', ...anyMode, offers: everybody },
  { name: 'Follow-up', minutes: 20, colour: 'blue', ...anyMode, offers: everybody },
  {
    ...{ name: 'Longer visit', minutes: 40, colour: 'violet', ...here },
    offers: [{ slug: 'amara-okafor' }, { slug: 'henrik-lindqvist', minutes: 60 }],
  },
  {
    ...{
      name: 'Video call',
      minutes: 15,
      colour: 'amber',
      in_person: false,
      video: true,
      patients_book: true,
    },
    offers: [{ slug: 'amara-okafor' }, { slug: 'priya-raman' }],
  },
  { name: 'Vaccination', minutes: 10, colour: 'rose', ...here, offers: [{ slug: 'amara-okafor' }] },
  {
    ...{ name: 'Blood test', minutes: 10, colour: 'slate', ...here, patients_book: false },
    offers: [{ slug: 'amara-okafor' }, { slug: 'priya-raman' }],
  },
];

export const demoRooms = [{ name: 'Room 1' }, { name: 'Room 2' }, { name: 'Treatment room' }] as const;
