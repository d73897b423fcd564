import { z } from 'zod';
import { freeText } from '#lib/domain/free-text';

/** What its owner calls a factor: one line, such as "Blue key" or "My phone". */
export const factorName = z.string().trim().min(1).pipe(freeText(60));
