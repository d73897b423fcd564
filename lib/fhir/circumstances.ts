import { systems } from './codes';
import type { CodedContent } from './concept';

/**
 * SNOMED CT codes by which received records note how a person lives, as Conditions: work, schooling, housing, company.
 * True and worth keeping, but no health problem, so lists keep them apart.
 */
const codes = new Set([
  '160903007', // full-time employment
  '160904001', // part-time employment
  '73438004', // unemployed
  '741062008', // not in labour force
  '473461003', // educated to high school level
  '224299000', // received higher education
  '105531004', // housing unsatisfactory
  '32911000', // homeless
  '266934004', // transport problem
  '713458007', // lack of access to transportation
  '422650009', // social isolation
  '423315002', // limited social contact
  '424393004', // reports of violence in the environment
  '706893006', // victim of intimate partner abuse
  '266948004', // has a criminal record
  '160968000', // risk activity involvement
  '314529007', // medication review due
]);

export function isCircumstance({ code, code_system }: CodedContent): boolean {
  return code !== undefined && code_system === systems.snomed && codes.has(code);
}
