import { z } from 'zod';
import { type Question, questionKinds } from '#lib/domain/questionnaires';

export const questionView = z.strictObject({
  kind: z.enum(questionKinds),
  text: z.string(),
  choices: z.array(z.string()),
});

export const exampleQuestions: (Question & { choices: string[] })[] = [
  { kind: 'text', text: 'What should we know before you come?', choices: [] },
];
