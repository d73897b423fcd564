import {
  Building2,
  CalendarClock,
  CalendarDays,
  FileInput,
  Files,
  FileText,
  HeartHandshake,
  HeartPulse,
  House,
  Inbox,
  LayoutDashboard,
  Pill,
  ScrollText,
  TestTubeDiagonal,
  UserRoundCheck,
  Users,
} from 'lucide-react';
import { type PortalRole, paths } from '#lib/platform/paths';

/** The pages that exist, in the order in which they are used. The label is a key of `shell.nav`. */
export const navigation = {
  patient: [
    { key: 'home', href: paths.patient.home, icon: House, exact: true },
    { key: 'visits', href: paths.patient.visits, icon: CalendarDays, exact: false },
    { key: 'results', href: paths.patient.results, icon: TestTubeDiagonal, exact: false },
    { key: 'records', href: paths.patient.records, icon: FileText, exact: false },
    { key: 'documents', href: paths.patient.documents, icon: Files, exact: false },
    { key: 'medications', href: paths.patient.medications, icon: Pill, exact: false },
    { key: 'health', href: paths.patient.health, icon: HeartPulse, exact: false },
    { key: 'sharing', href: paths.patient.sharing, icon: HeartHandshake, exact: false },
  ],
  doctor: [
    { key: 'day', href: paths.doctor.day, icon: CalendarDays, exact: true },
    { key: 'results', href: paths.doctor.results, icon: TestTubeDiagonal, exact: false },
    { key: 'patients', href: paths.doctor.patients, icon: Users, exact: false },
    { key: 'requests', href: paths.doctor.requests, icon: Inbox, exact: false },
    { key: 'hours', href: paths.doctor.hours, icon: CalendarClock, exact: false },
  ],
  admin: [
    { key: 'overview', href: paths.admin.overview, icon: LayoutDashboard, exact: true },
    { key: 'people', href: paths.admin.people, icon: Users, exact: false },
    { key: 'clinic', href: paths.admin.clinic, icon: Building2, exact: false },
    { key: 'approvals', href: paths.admin.approvals, icon: UserRoundCheck, exact: false },
    { key: 'imports', href: paths.admin.imports, icon: FileInput, exact: false },
    { key: 'audit', href: paths.admin.audit, icon: ScrollText, exact: false },
  ],
} as const satisfies Record<PortalRole, readonly unknown[]>;
