/** Nobody is in two places at once: the database says so, whoever came second hears it. */
export const busy = {
  appointments_doctor_busy: 'slot_taken',
  appointments_patient_busy: 'slot_taken',
  appointments_room_busy: 'slot_taken',
  // Somebody else has changed its state meanwhile.
  appointments_transition: 'conflict',
} as const;
