import { outcomeOf } from './attempt';
import type { Cell, JobCell } from './matrix';
import { nameOf, viewers } from './viewers';

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

/** One row a question, one column a viewer. */
export function rightsTable(cells: readonly Cell[]): string {
  const questions = [...new Set(cells.map(({ question }) => question))];
  const rows = questions.map((question) => {
    const asked = cells.filter((cell) => cell.question === question);
    return [question, ...viewers.map((viewer) => outcomes(asked, viewer))];
  });
  return table(['', ...viewers.map(nameOf)], rows);
}

const outcomes = (cells: readonly Cell[], viewer: Cell['viewer']) =>
  cells
    .filter((cell) => cell.viewer === viewer)
    .map(outcomeOf)
    .join();

/** Which jobs get through, operation by operation. */
export function jobsTable(cells: readonly JobCell[]): string {
  const open = cells.filter(({ error }) => error === null);
  const names = [...new Set(open.map(({ operation }) => operation.name))];
  const jobsOf = (name: string) =>
    open.filter(({ operation }) => operation.name === name).map(({ job }) => job);
  return table(
    ['', 'jobs'],
    names.map((name) => [name, jobsOf(name).join(', ')]),
  );
}

export const list = (lines: readonly string[]): string => lines.map((each) => `- ${each}`).join('\n');
