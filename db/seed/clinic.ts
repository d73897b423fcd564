import { demoDomain } from '#lib/operations/demo-accounts/demo-credentials';

/** The demo clinic: invented people of an invented place. Nothing here is read outside demo mode. */
export const demoClinic = {
  name: 'Northgate Clinic',
  zone: 'Europe/London',
  address: '12 Northgate, Leeds LS2 7PS',
  phone: '+441134960123', // of a range that Ofcom keeps free for fiction
  video_url: 'https://video.example.org/northgate',
} as const;

interface DemoHours {
  /** ISO 8601: Monday is 1. */
  readonly weekday: number;
  readonly starts: string;
  readonly ends: string;
  readonly slot_minutes: number;
}

export interface DemoDoctor {
  readonly slug: DemoDoctorSlug;
  readonly first_name: string;
  readonly last_name: string;
  readonly display_name: string;
  readonly speciality: string;
  readonly email: string;
  readonly hours: readonly DemoHours[];
}

export type DemoDoctorSlug = 'amara-okafor' | 'henrik-lindqvist' | 'priya-raman';

const address = (slug: string) => `${slug.replace('-', '.')}@${demoDomain}`;

function hours(weekdays: readonly number[], starts: string, ends: string, slot_minutes: number): DemoHours[] {
  return weekdays.map((weekday) => ({ weekday, starts, ends, slot_minutes }));
}

export const demoDoctors: readonly DemoDoctor[] = [
  {
    slug: 'amara-okafor',
    first_name: 'Amara',
    last_name: 'Okafor',
    display_name: 'Dr Amara Okafor',
    speciality: 'General practice',
    email: address('amara-okafor'),
    hours: [...hours([1, 2, 3, 4, 5], '08:30', '12:30', 20), ...hours([1, 2, 3, 4, 5], '13:30', '17:30', 20)],
  },
  {
    slug: 'henrik-lindqvist',
    first_name: 'Henrik',
    last_name: 'Lindqvist',
    display_name: 'Dr Henrik Lindqvist',
    speciality: 'Cardiology',
    email: address('henrik-lindqvist'),
    hours: [...hours([1, 3, 5], '09:00', '13:00', 30), ...hours([2, 4], '13:00', '18:00', 30)],
  },
  {
    slug: 'priya-raman',
    first_name: 'Priya',
    last_name: 'Raman',
    display_name: 'Dr Priya Raman',
    speciality: 'Endocrinology',
    email: address('priya-raman'),
    hours: [...hours([2, 3, 4, 5], '09:00', '12:00', 30), ...hours([3, 6], '14:00', '17:00', 30)],
  },
];

/** Two, so that one can agree to what the other asks for. */
export const demoAdmins = [
  { first_name: 'Morgan', last_name: 'Reyes', email: address('morgan-reyes') },
  { first_name: 'Sunniva', last_name: 'Dahl', email: address('sunniva-dahl') },
] as const;

export interface DemoPatient {
  /** The name in the bundle's file. */
  readonly slug: string;
  readonly file: string;
  /** Null: a chart without an account. */
  readonly email: string | null;
  /** Who treats them; the import makes the relationship. */
  readonly doctors: readonly DemoDoctorSlug[];
  /** False for who has died: no visit is made up for them. */
  readonly comes: boolean;
}

interface Circumstances {
  readonly account?: boolean;
  readonly comes?: boolean;
}

function patient(
  file: string,
  doctors: readonly DemoDoctorSlug[],
  { account = true, comes = true }: Circumstances = {},
): DemoPatient {
  const slug = file.replace(/^\d{4}-/, '').replace(/-[0-9a-f]{8}$/, '');
  return { slug, file: `synthea-${file}.json.gz`, email: account ? address(slug) : null, doctors, comes };
}

export const demoPatients: readonly DemoPatient[] = [
  patient('2019-elsa-vargas-dbaeb336', ['amara-okafor']),
  patient('2019-gus-dicki-ab54e775', ['amara-okafor']),
  patient('2019-louis-erdman-76bc2bcd', ['amara-okafor']),
  patient('2021-armando-cortes-8dd4ed1f', ['amara-okafor', 'henrik-lindqvist']),
  patient('2021-maximo-bartell-6c8f3e83', ['amara-okafor']),
  patient('2021-vennie-bogan-7277a553', ['amara-okafor']),
  patient('2025-garland-cummerata-4a47046c', ['henrik-lindqvist', 'priya-raman']),
  patient('2025-luisa-macias-b5e667e9', ['priya-raman']),
  patient('2025-rodney-paucek-7e869f79', ['amara-okafor']),
  patient('2025-vanita-batz-12a59354', ['henrik-lindqvist', 'priya-raman']),
  patient('2019-versie-botsford-8a6f7e61', ['amara-okafor'], { account: false }),
  patient('2025-conchita-ramon-0580b365', ['amara-okafor'], { account: false }),
  patient('2019-michele-wolf-0f49d2d0', ['henrik-lindqvist'], { account: false, comes: false }),
];
