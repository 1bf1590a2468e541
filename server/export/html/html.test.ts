import { describe, expect, it } from 'vitest';
import { PNG } from '#core/photos/images.test-support.ts';
import {
  heading,
  hostileActes,
  PAPERBOARD,
  paragraph,
  part,
  sampleActes,
  table,
  words,
} from '../../../tests/support/sample-actes.ts';
import { elementsOf, readXml, textOf } from '../../../tests/support/xml.ts';
import type { XmlElement } from '../../../tests/support/xml.ts';
import { toHtml } from './html.ts';
import { PAGE_POLICY, PAGE_STYLE } from './page-style.ts';

const pictures = new Map([[PAPERBOARD, PNG]]);
const pageOf = (...given: Parameters<typeof toHtml>): string =>
  Buffer.from(toHtml(...given)).toString('utf8');

/** The page as a tree: it is written as XML would be, but for elements without an end and the style. */
const treeOf = (page: string): XmlElement =>
  readXml(
    page
      .replace(/<style>[^]*?<\/style>/, '')
      .replace('<!doctype html>', '')
      .replace(/<(meta|img|br)((?:\s+[\w-]+="[^"]*")*)>/g, '<$1$2/>'),
  );

const html = pageOf(sampleActes(), pictures);
const tree = treeOf(html);
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

describe('the page of the actes', () => {
  it('is the same for the same actes', () => {
    expect(pageOf(sampleActes(), pictures)).toBe(html);
  });

  it('asks for nothing but itself', () => {
    const addresses = elementsOf(tree, 'img', 'link', 'script', 'iframe', 'a').map(
      ({ name, attributes }) => [name, attributes['src'] ?? attributes['href'] ?? ''] as const,
    );
    for (const [name, address] of addresses)
      expect(address).toMatch(name === 'img' ? /^data:image\// : /^(#|https:)/);
    expect(PAGE_STYLE).not.toMatch(/@import|url\((?!data:)/);
    expect(html).not.toMatch(/\sstyle="|<script|\son\w+="/);
  });

  it('allows its own style by its hash, and nothing else', () => {
    const [policy] = elementsOf(tree, 'meta').filter(({ attributes }) => 'http-equiv' in attributes);
    expect(policy?.attributes['content']).toBe(PAGE_POLICY);
    expect(html).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(PAGE_POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='/);
  });

  it('gives each of many equal headings an id of its own, at once', () => {
    const many = 20_000;
    const same = Array.from({ length: many }, () => heading(2, 'Constat'));
    const page = pageOf(sampleActes({ parts: [{ kind: 'text', subject: null, blocks: same }] }), pictures);
    const ids = [...page.matchAll(/<h3 id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(many);
    expect(ids.slice(0, 3)).toEqual(['constat', 'constat-2', 'constat-3']);
  });

  it('has one of each landmark, a link past them, and its language', () => {
    expect(tree.attributes['lang']).toBe('fr');
    for (const name of ['header', 'nav', 'main', 'footer']) expect(elementsOf(tree, name)).toHaveLength(1);
    const [skip] = elementsOf(tree, 'a');
    const [main] = elementsOf(tree, 'main');
    expect(skip?.attributes['href']).toBe(`#${main?.attributes['id'] ?? ''}`);
    expect(elementsOf(tree, 'title').map(textOf)).toEqual([sampleActes().title]);
    expect(treeOf(pageOf(sampleActes({ language: 'en' }), pictures)).attributes['lang']).toBe('en');
  });

  it('has headings that skip no level, each with an address of its own', () => {
    const headings = elementsOf(tree, ...HEADINGS);
    const levels = headings.map(({ name }) => Number(name.slice(1)));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1));
    const ids = elementsOf(tree, ...HEADINGS, 'main').flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = elementsOf(tree, 'nav').flatMap((nav) => elementsOf(nav, 'a'));
    for (const { attributes } of targets) expect(ids).toContain(attributes['href']?.slice(1));
    expect(ids).toContain('synthese-de-l-atelier-1-se-faire-connaitre-de-tous');
  });

  it('has tables with heads, pictures with descriptions, quotations with who said them', () => {
    expect(elementsOf(tree, 'th').every(({ attributes }) => attributes['scope'] === 'col')).toBe(true);
    expect(elementsOf(tree, 'thead')).toHaveLength(4);
    for (const { attributes } of elementsOf(tree, 'img')) expect(attributes['alt']).not.toBe('');
    const [quotation] = elementsOf(tree, 'figure');
    expect(quotation === undefined ? '' : textOf(quotation)).toBe(
      '«\u00a0On prête la salle, ils prêtent les mains.\u00a0»Inès Caradec – présidente (Morlaix)',
    );
    expect(textOf(tree)).toContain('Une photo dont le fichier manque');
  });

  it('gives a wide table a name and a place among the keys', () => {
    const wide = table(['a', 'b', 'c', 'd', 'e'], ['1', '2', '3', '4', '5']);
    const page = treeOf(
      pageOf(sampleActes({ parts: [part('text', heading(1, 'Large'), wide, wide)] }), pictures),
    );
    const regions = elementsOf(page, 'div').filter(({ attributes }) => attributes['role'] === 'region');
    expect(regions.map(({ attributes }) => [attributes['aria-label'], attributes['tabindex']])).toEqual([
      ['Tableau 1', '0'],
      ['Tableau 2', '0'],
    ]);
  });

  it('says words and never runs them', () => {
    const bad = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const actes = sampleActes({
      ...{ title: bad, organisation: bad },
      parts: [part('text', heading(1, bad), paragraph(words(bad, { link: 'javascript:alert(1)' })))],
    });
    const page = treeOf(
      pageOf(actes, new Map(), { files: [{ label: bad, href: bad }], notes: [bad], robots: null }),
    );
    expect(elementsOf(page, 'script', 'img')).toEqual([]);
    expect(elementsOf(page, 'main').flatMap((main) => elementsOf(main, 'a'))).toEqual([]);
    expect(elementsOf(page, 'h2').map(textOf)).toContain(bad);
  });

  it('adds what the published page adds: files, errata, and that no one lists it', () => {
    const published = {
      files: [{ label: 'PDF', href: '/actes/rencontre/actes.pdf' }],
      notes: ['Erratum du 12 décembre 2026.'],
      robots: 'noindex',
    } as const;
    const page = treeOf(pageOf(sampleActes(), pictures, published));
    const robots = elementsOf(page, 'meta').find(({ attributes }) => attributes['name'] === 'robots');
    expect(robots?.attributes['content']).toBe('noindex');
    expect(elementsOf(page, 'aside').map(textOf)).toEqual(['Erratum du 12 décembre 2026.']);
    expect(elementsOf(page, 'nav').map(({ attributes }) => attributes['aria-label'])).toEqual([
      'Télécharger',
      undefined,
    ]);
    expect(elementsOf(tree, 'aside')).toEqual([]);
  });

  it('is whole for hostile actes', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const page = treeOf(pageOf(hostileActes(seed), pictures));
      expect(elementsOf(page, 'h1')).toHaveLength(1);
      expect(elementsOf(page, 'script')).toEqual([]);
    }
  });
});
