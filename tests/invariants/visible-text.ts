import ts from 'typescript';
import type { SourceFile } from './source-files';

/** Attributes that a person reads or hears. */
const spoken = new Set(['alt', 'title', 'placeholder', 'label', 'aria-label', 'aria-description']);
const letter = /\p{L}/u;
/** The product's own name is the same in every language. */
const isName = (text: string) => text.trim() === 'MediSecure';

/** Words in the markup of a page or component: a language that is added later would not find them. */
export function visibleTextIn({ path, lines }: SourceFile): string[] {
  if (!/^(app|components)\/.*\.tsx$/.test(path)) return [];
  const source = ts.createSourceFile(path, lines.join('\n'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = wordsOf(node);
    if (text !== null && letter.test(text) && !isName(text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} visible text belongs into lib/i18n/messages/en.json`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function wordsOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxExpression(node) && node.expression && isChild(node)) return literalOf(node.expression);
  if (!ts.isJsxAttribute(node) || !spoken.has(node.name.getText())) return null;
  const value = node.initializer;
  if (value && ts.isJsxExpression(value)) return value.expression ? literalOf(value.expression) : null;
  return value ? literalOf(value) : null;
}

const isChild = ({ parent }: ts.Node) => ts.isJsxElement(parent) || ts.isJsxFragment(parent);

const literalOf = (node: ts.Node) => (ts.isStringLiteralLike(node) ? node.text : null);
