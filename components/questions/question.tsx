/** What a clinic asks before a visit. */
export interface QuestionView {
  kind: 'yes_no' | 'choice' | 'text' | 'number';
  text: string;
  choices: readonly string[];
}

export interface AnsweredQuestion extends QuestionView {
  answer: string | null;
}
