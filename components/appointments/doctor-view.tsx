/** A doctor as somebody who books sees them. */
export interface DoctorView {
  id: string;
  display_name: string;
  speciality: string;
  clinic_name: string;
  zone: string;
}
