export const appointmentStatuses = ['scheduled', 'completed', 'cancelled'] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** As what somebody acts on a visit: as the one who comes (or for them), or as staff. */
export type VisitSide = 'patient' | 'staff';

const next: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  scheduled: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

/** Whether a visit may go from one status to another. What is completed or cancelled stays so. */
export function canBecome(from: AppointmentStatus, to: AppointmentStatus): boolean {
  return next[from].includes(to);
}

/** Only a visit that is still scheduled may be moved to another time. */
export function canBeMoved(status: AppointmentStatus): boolean {
  return status === 'scheduled';
}
