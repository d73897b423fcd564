import type { CodeFile } from './code-file';
import { cvxFile } from './cvx';
import { icd10cmFile } from './icd10cm';
import { loincFile } from './loinc';
import { rxnormFile } from './rxnorm';

/** Every file that can be imported. */
export const codeFiles: readonly CodeFile[] = [loincFile, icd10cmFile, rxnormFile, cvxFile];
