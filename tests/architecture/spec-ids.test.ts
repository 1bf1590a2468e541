import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const found = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).toSorted();

/** A rule stands at the beginning of a list entry: `[RU7]` in bold or as code. */
const RULE = /^- (?:`|\*\*)\[([A-Z]+\d+)\](?:`|\*\*)/gm;
const ID = /\[([A-Z]+\d+)\]/g;

const allMatches = (text: string, pattern: RegExp, group: number): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[group] ?? '');

/** The titles of a file: the first argument of whatever is called on `test`, `it` or `describe`. */
const titlesIn = (path: string): readonly string[] => {
  const said: string[] = [];
  const visit = (node: ts.Node): void => {
    const [title] = ts.isCallExpression(node) ? node.arguments : [];
    if (ts.isCallExpression(node) && title !== undefined && TESTING.has(calledOn(node.expression)))
      said.push(title.getText(file));
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest);
  visit(file);
  return said;
};

const TESTING: ReadonlySet<string> = new Set(['test', 'it', 'describe']);

/** `test` of `test.each(cases)('…')`. */
const calledOn = (callee: ts.Expression): string => {
  if (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee))
    return calledOn(callee.expression);
  return ts.isIdentifier(callee) ? callee.text : '';
};

const titles = found('{src,server,tests}/**/*.{test,spec}.ts')
  .concat(found('{src,server,tests}/**/*-contract.ts'))
  .flatMap(titlesIn);
const tested = new Set(titles.flatMap((title) => allMatches(title, ID, 1)));

const specs = found('{src,server}/**/SPEC*.md').map((path) => ({
  path,
  rules: allMatches(read(path), RULE, 1),
}));

describe('the rules of each SPEC.md', () => {
  test('stand in files that are found', () => {
    expect(specs.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'server/collab/SPEC.md',
        'src/lib/core/actes/SPEC.md',
        'src/lib/core/agenda/SPEC.md',
        'src/lib/core/contributions/SPEC.md',
      ]),
    );
    expect(titles.length).toBeGreaterThan(100);
  });

  test.each(specs)('$path: there are some, and each has a number of its own', ({ rules }) => {
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
  });

  test.each(specs)('$path: each is held by a test that carries its number', ({ rules }) => {
    expect(rules.filter((rule) => !tested.has(rule))).toEqual([]);
  });

  test('are those that tests speak of', () => {
    const rules = new Set(specs.flatMap((spec) => spec.rules));
    expect([...tested].filter((id) => !rules.has(id)).toSorted()).toEqual([]);
  });
});
