/** Tests that are read together, by the keys of their plain names below `labs`. What stands in no group comes last. */
const groups = {
  sugar: ['hba1c', 'glucose'],
  fats: ['lipid_panel', 'total_cholesterol', 'ldl_cholesterol', 'hdl_cholesterol', 'triglycerides'],
  kidneys: ['egfr', 'creatinine', 'urea_nitrogen'],
  salts: ['sodium', 'potassium', 'chloride', 'carbon_dioxide', 'calcium', 'magnesium'],
  blood: [
    ...['haemoglobin', 'haematocrit', 'red_cells', 'mcv', 'mch', 'mchc', 'red_cell_width'],
    ...['white_cells', 'platelets', 'ferritin', 'inr', 'prothrombin_time'],
  ],
  liver: ['alt', 'ast', 'alkaline_phosphatase', 'bilirubin', 'albumin', 'globulin', 'protein'],
  inflammation: ['c_reactive_protein', 'covid_19', 'influenza_a', 'influenza_b'],
  urine: ['urine_protein', 'urine_glucose', 'urine_ph', 'urinalysis'],
} as const;

export type LabGroup = keyof typeof groups | 'other';
export const labGroups = [...(Object.keys(groups) as (keyof typeof groups)[]), 'other'] as const;

const groupOfTest = new Map<string, LabGroup>(
  Object.entries(groups).flatMap(([group, tests]) => tests.map((test) => [test, group as LabGroup] as const)),
);

export const labGroupOf = (key: string | null): LabGroup => groupOfTest.get(key ?? '') ?? 'other';
