import { systems } from './codes';

/** LOINC codes of common tests by the key of their plain name below `labs` in the message catalogue. */
const names = {
  hba1c: ['4548-4', '59261-8', '17856-6'],
  glucose: ['2345-7', '2339-0', '14749-6', '15074-8', '1558-6'],
  creatinine: ['2160-0', '38483-4', '14682-9'],
  egfr: ['33914-3', '62238-1', '98979-8', '48642-3'],
  sodium: ['2951-2', '2947-0'],
  potassium: ['2823-3', '6298-4'],
  chloride: ['2075-0', '2069-3'],
  carbon_dioxide: ['2028-9', '20565-8'],
  calcium: ['17861-6', '49765-1', '2000-8'],
  urea_nitrogen: ['3094-0', '6299-2', '22664-7'],
  total_cholesterol: ['2093-3', '14647-2'],
  hdl_cholesterol: ['2085-9', '14646-4'],
  ldl_cholesterol: ['18262-6', '13457-7', '2089-1', '22748-8'],
  triglycerides: ['2571-8', '14927-8'],
  haemoglobin: ['718-7'],
  haematocrit: ['4544-3', '20570-8'],
  white_cells: ['6690-2', '26464-8'],
  red_cells: ['789-8', '26453-1'],
  platelets: ['777-3', '26515-7'],
  mcv: ['787-2'],
  mch: ['785-6'],
  mchc: ['786-4'],
  red_cell_width: ['788-0', '21000-5'],
  protein: ['2885-2'],
  albumin: ['1751-7'],
  globulin: ['10834-0'],
  bilirubin: ['1975-2'],
  alkaline_phosphatase: ['6768-6'],
  alt: ['1742-6'],
  ast: ['1920-8'],
  tsh: ['3016-3'],
  ferritin: ['2276-4'],
  c_reactive_protein: ['1988-5'],
  inr: ['6301-6', '34714-6'],
  prothrombin_time: ['5902-2'],
  psa: ['2857-1'],
  magnesium: ['19123-9'],
  urine_protein: ['5804-0', '20454-5'],
  urine_glucose: ['5792-7', '25428-4'],
  urine_ph: ['5803-2'],
  lipid_panel: ['57698-3', '24331-1'],
  basic_metabolic_panel: ['51990-0', '24321-2'],
  comprehensive_metabolic_panel: ['24323-8'],
  blood_count: ['58410-2', '57021-8', '57782-5'],
  urinalysis: ['24357-6', '24356-8'],
  covid_19: ['94531-1', '94500-6', '94309-2'],
  influenza_a: ['80382-5', '92142-9'],
  influenza_b: ['80383-3', '92141-1'],
} as const satisfies Record<string, readonly string[]>;

export type LabKey = keyof typeof names;

export const labKeys = Object.keys(names) as LabKey[];

export const loincCodes = (): string[] => [...byCode.keys()];

const byCode = new Map<string, LabKey>(
  Object.entries(names).flatMap(([key, codes]) => codes.map((code) => [code, key as LabKey] as const)),
);

export function labKey(concept: {
  code?: string | undefined;
  code_system?: string | undefined;
}): LabKey | null {
  if (concept.code === undefined || concept.code_system !== systems.loinc) return null;
  return byCode.get(concept.code) ?? null;
}
