import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { limitMarkdown, MARKDOWN_LIMITS } from './limit-markdown.ts';

describe('limitMarkdown', () => {
  it('leaves what people write as it is', () => {
    const text = [
      '# Les actes',
      '',
      '> Une *citation* **forte**, [un lien](https://exemple.fr/).',
      '',
      '- un',
      '  - deux',
      '    1. trois',
      '',
      '| a | b |',
      '| - | - |',
      '| 1 | 2 |',
    ].join('\n');
    expect(limitMarkdown(text)).toBe(text);
  });

  it('makes every text one the parser can bear', () => {
    const steps = Array.from({ length: 400 }, (_, index) => `${' '.repeat(index * 2)}- a`);
    const nastiest = [
      '>'.repeat(20_000),
      '- '.repeat(5_000),
      '1. '.repeat(4_000),
      '> - '.repeat(2_000),
      `${'*a **b '.repeat(2_000)}${'b** a*'.repeat(2_000)}`,
      '_a_b'.repeat(10_000),
      steps.join('\n'),
      '!['.repeat(20_000),
    ];
    for (const text of nastiest)
      expect(() => marked.parse(limitMarkdown(text), { async: false })).not.toThrow();
  });

  it('shows the markers beyond the limit as text', () => {
    const html = marked.parse(limitMarkdown(`${'> '.repeat(MARKDOWN_LIMITS.depth)}> mot`), { async: false });
    expect(html.match(/<blockquote>/g)).toHaveLength(MARKDOWN_LIMITS.depth);
    expect(html).toContain('&gt; mot');
  });

  it('ends a longer text at a whole line, and says so', () => {
    const line = `${'mot '.repeat(20)}\n`;
    const limited = limitMarkdown(line.repeat(MARKDOWN_LIMITS.characters / 50));
    expect(limited.length).toBeLessThanOrEqual(MARKDOWN_LIMITS.characters + 4);
    expect(limited.endsWith('mot \n\n…')).toBe(true);
  });
});
