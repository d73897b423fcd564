import { type Ban, bans, emptyName, longestFile, wellNamed } from './ban-list';
import { type SourceFile, sheetsAndScripts, sourceFiles } from './source-files';
import { visibleTextIn } from './visible-text';

/** `npm run check:bans`: prints each breach as `file:line rule` and fails when there is one. */
const breaches = [
  ...sourceFiles().flatMap((file) => [
    ...bansIn(file),
    ...namesIn(file),
    ...lengthOf(file),
    ...visibleTextIn(file),
  ]),
  ...sheetsAndScripts().flatMap(lengthOf),
];
for (const breach of breaches) console.log(breach);
console.log(breaches.length === 0 ? 'No ban is broken.' : `${breaches.length} bans are broken.`);
process.exitCode = breaches.length === 0 ? 0 : 1;

function bansIn(file: SourceFile): string[] {
  // This list names what it forbids.
  if (file.path === 'tests/invariants/ban-list.ts') return [];
  return bans.filter(({ except }) => !except.test(file.path)).flatMap((ban) => linesOf(file, ban));
}

function linesOf({ path, code, lines }: SourceFile, { name, pattern, inComments }: Ban): string[] {
  const text = inComments ? lines : code;
  return text.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${name}`] : []));
}

function namesIn({ path }: SourceFile): string[] {
  const odd = path.split('/').find((part) => !wellNamed.test(part));
  return [
    ...(emptyName.test(path) ? [`${path} has a name that says nothing`] : []),
    ...(odd === undefined ? [] : [`${path} is not kebab-case: ${odd}`]),
  ];
}

function lengthOf({ path, lines }: SourceFile): string[] {
  return lines.length > longestFile + 1
    ? [`${path} has ${lines.length - 1} lines, more than ${longestFile}`]
    : [];
}
