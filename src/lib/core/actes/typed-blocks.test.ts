import { expect, test } from 'vitest';
import type { ActesBlock } from './actes.ts';
import { blockTexts } from './block-texts.ts';
import { typedBlocks } from './typed-blocks.ts';

const said = (block: ActesBlock): string => {
  if (block.type !== 'list') return blockTexts(block).join('');
  return block.items
    .map(
      ({ content }, at) =>
        `${block.ordered ? `${block.start + at}.` : '•'}${content.flatMap(blockTexts).join('')}`,
    )
    .join(' ');
};

test.each([
  ['Une ligne\net sa suite\n\n\n Une autre ', ['Une ligne et sa suite', 'Une autre']],
  ['Les valeurs :\n- la dignité\n- l’aide\nVoilà.', ['Les valeurs :', '•la dignité •l’aide', 'Voilà.']],
  ['• un\n\n• deux\n\n\n– trois', ['•un •deux •trois']],
  ['1. l’accès et\n2) le recours\n\n• un\n• deux', ['1.l’accès et 2.le recours', '•un •deux']],
  ['3. un\n4. deux\n9. trois', ['3.un 4.deux', '9. trois']],
  ['– Une réplique seule.', ['– Une réplique seule.']],
  ['1986. Une année\n1990. Une autre', ['1986. Une année 1990. Une autre']],
  ['-sans espace\n-non plus\n- ', ['-sans espace -non plus -']],
  ['- un\r\n- deux', ['•un •deux']],
  [' \n\n', []],
])('[AC19] %j is %j', (text, blocks) => {
  expect(typedBlocks(text).map(said)).toEqual(blocks);
});

test('[AC19] thousands of items that are one list, or none, are read once', () => {
  const many = 20_000;
  const list = Array.from({ length: many }, () => '- oui').join('\n\n');
  expect(typedBlocks(list)).toMatchObject([{ type: 'list', items: { length: many } }]);
  expect(typedBlocks(Array.from({ length: many }, () => '7. oui').join('\n\n'))).toHaveLength(many);
  expect(typedBlocks(`- oui${'\n'.repeat(many)}`)).toHaveLength(1);
});
