/** docs/api.md lists what there is: every address, command, socket event and error code, and none that is gone. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { RIGHTS } from '#core/access/may.ts';
import { ERROR_CODES } from '#protocol/errors.ts';
import { commandSchema } from '#protocol/inputs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const document = read('docs/api.md');
const sorted = (words: Iterable<string>): readonly string[] => [...new Set(words)].toSorted();

function visitNodes(path: string, visit: (node: ts.Node) => void): void {
  const each = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, each);
  };
  each(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest));
}

/** `a.:format(md|csv)` is `a.md` and `a.csv`. */
function spelledOut(path: string): readonly string[] {
  const [choice, formats] = /:\w+\(([\w|]+)\)/.exec(path) ?? [];
  if (choice === undefined || formats === undefined) return [path];
  return formats.split('|').map((format) => path.replace(choice, format));
}

/** What the server answers: each object with a `method` and a `path`. */
function addresses(): readonly string[] {
  const found: string[] = [];
  for (const file of globSync('server/http/*.ts', { cwd: root })) {
    if (file.endsWith('.test.ts')) continue;
    visitNodes(file, (node) => {
      if (!ts.isObjectLiteralExpression(node)) return;
      const text = (name: string): string | undefined =>
        node.properties
          .filter(ts.isPropertyAssignment)
          .filter((it) => ts.isIdentifier(it.name) && it.name.text === name)
          .map(({ initializer }) => (ts.isStringLiteralLike(initializer) ? initializer.text : undefined))[0];
      const [method, path] = [text('method'), text('path')];
      if (method !== undefined && path !== undefined)
        found.push(...spelledOut(path).map((each) => `${method} ${each}`));
    });
  }
  return sorted(found);
}

/** `GET /a.md`, and `.csv` after it for `GET /a.csv`. */
const documentedAddresses = (): readonly string[] =>
  sorted(
    [...document.matchAll(/`(GET|POST) (\/[^\s`?]+)[^`]*`((?:, `\.\w+`)*)/g)].flatMap(
      ([, method = '', path = '', others = '']) => [
        `${method} ${path}`,
        ...[...others.matchAll(/`(\.\w+)`/g)].map(
          ([, ending = '']) => `${method} ${path.replace(/\.\w+$/, ending)}`,
        ),
      ],
    ),
  );

const commands = (): readonly string[] =>
  commandSchema.entries.command.options.flatMap((option): string[] =>
    option.type === 'variant'
      ? option.options.map(({ entries }) => entries.type.literal)
      : [option.entries.type.literal],
  );

/** The names of what crosses the sockets in one direction. */
function events(...types: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const file of ['src/lib/protocol/socket.ts', 'src/lib/protocol/text-lines.ts']) {
    visitNodes(file, (node) => {
      if (!ts.isTypeAliasDeclaration(node) || !types.includes(node.name.text)) return;
      const parts: readonly ts.TypeNode[] = ts.isIntersectionTypeNode(node.type)
        ? node.type.types
        : [node.type];
      for (const part of parts) {
        if (!ts.isTypeLiteralNode(part)) continue;
        for (const { name } of part.members)
          if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) found.push(name.text);
      }
    });
  }
  return sorted(found);
}

/** The first column of the table under a line that begins so. */
const tabled = (after: string): readonly string[] => {
  const rows = document.slice(document.indexOf(after)).split('\n');
  const table = rows.slice(rows.findIndex((row) => row.startsWith('|')));
  const end = table.findIndex((row) => !row.startsWith('|'));
  return sorted(table.slice(0, end).flatMap((row) => /^\| `([\w-]+)`/.exec(row)?.[1] ?? []));
};

/** Everything of the form `subject/what`. */
const named = new Set([...document.matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, name = '']) => name));

test('every address the server answers, and no other', () => {
  expect(addresses().length).toBeGreaterThan(30);
  expect(documentedAddresses()).toEqual(addresses());
});

test('every command and every error code, and no other', () => {
  const known = new Set<string>([...commands(), ...ERROR_CODES]);
  expect(sorted(known).filter((name) => !named.has(name))).toEqual([]);
  const besides = new Set<string>([...Object.keys(RIGHTS), 'image/jpeg', 'image/png', 'image/webp']);
  const unknown = sorted(named).filter((name) => !known.has(name) && !besides.has(name));
  expect(unknown.filter((name) => !/^(?:agenda|programme)\//.test(name))).toEqual([]);
});

test('every event of the sockets, and no other', () => {
  expect(tabled('What a page sends;')).toEqual(events('ClientToServer', 'TextToServer'));
  expect(tabled('What a page is sent:')).toEqual(events('ServerToClient', 'TextToClient'));
});
