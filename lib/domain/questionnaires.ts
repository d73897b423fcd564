import { z } from 'zod';
import { freeText } from './free-text';

export const questionKinds = ['yes_no', 'choice', 'text', 'number'] as const;

const oneLine = (max: number) =>
  freeText(max)
    .refine((text) => /\S/u.test(text), { error: 'required' })
    .refine((text) => !/[\n\r\t]/.test(text), { error: 'unstorable_characters' });

const question = z
  .strictObject({
    kind: z.enum(questionKinds),
    text: oneLine(200),
    /** Of a choice; of anything else there are none. */
    choices: z.array(oneLine(80)).max(8).default([]),
  })
  .check(({ value: { kind, choices }, issues }) => {
    const fault = choicesFault(kind, choices);
    if (fault) issues.push({ code: 'custom', message: fault, path: ['choices'], input: choices });
  });

function choicesFault(kind: Question['kind'], choices: readonly string[]): string | null {
  if (kind !== 'choice') return choices.length > 0 ? 'no_choices' : null;
  if (choices.length < 2) return 'too_few_choices';
  return new Set(choices).size < choices.length ? 'named_twice' : null;
}

export interface Question {
  readonly kind: (typeof questionKinds)[number];
  readonly text: string;
  readonly choices: readonly string[];
}

/** What a clinic asks before a visit, in order. */
export const questionsInput = z.array(question).max(10);

/** In the order of the questions; null where one is left out. */
export const answersInput = z.array(freeText(500).nullable()).max(10);

/** From 0 to 10, as it is pressed. */
const numberAnswers = Array.from({ length: 11 }, (_, number) => String(number));

/** Why that is no answer to it. */
export function answerFault({ kind, choices }: Question, answer: string | null): 'unknown_answer' | null {
  if (answer === null || kind === 'text') return null;
  const known = { yes_no: ['yes', 'no'], choice: choices, number: numberAnswers }[kind];
  return known.includes(answer) ? null : 'unknown_answer';
}

/** As they are stored: with the questions as they were asked, and under the key of whoever has answered. */
export const storedQuestions = z.array(
  z.strictObject({ kind: z.enum(questionKinds), text: z.string(), choices: z.array(z.string()) }),
);
export const storedAnswers = z.array(z.string().nullable());
