import { Answers } from '#components/questions/answers';
import { AnswersForm } from '#components/questions/answers-form';
import { getVisitAnswers } from '#lib/operations/visit-answers/get';
import { query } from '#lib/transport/page';
import { sendAnswers } from './actions';

interface VisitQuestionsProps {
  visit: {
    id: string;
    zone: string;
    questions: 'none' | 'asked' | 'answered';
    can: { answer: { allowed: boolean } };
  };
  patientId?: string | undefined;
}

/** What is asked before the visit: to be answered while it may, to be read after that. */
export async function VisitQuestions({ visit, patientId }: VisitQuestionsProps) {
  const { id, zone, questions, can } = visit;
  if (questions === 'none' || (questions === 'asked' && !can.answer.allowed)) return null;
  const { items, answered_as, answered_at, questionnaire_id } = await query(getVisitAnswers, { id });
  if (!can.answer.allowed) {
    return <Answers items={items} answeredAs={answered_as} answeredAt={answered_at} zone={zone} />;
  }
  const asked = { id, questionnaire_id, count: items.length };
  return (
    <AnswersForm
      items={items}
      answered={answered_at !== null}
      action={sendAnswers.bind(null, asked, patientId)}
    />
  );
}
