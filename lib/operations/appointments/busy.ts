/** Nobody is in two places at once: the database says so, whoever came second hears it. */
export const busy = {
  appointments_doctor_busy: 'slot_taken',
  appointments_patient_busy: 'slot_taken',
} as const;
