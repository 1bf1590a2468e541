import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frenchTypography } from './french-typography.ts';
import type { Inline, RichText } from './rich-text.ts';
import { typesetLine, typesetText } from './typeset-text.ts';

/** `·` stands for U+202F and `~` for U+00A0, so that the eye sees them. */
const shown = (text: string) => text.replaceAll('\u202f', '·').replaceAll('\u00a0', '~');
const french = (text: string) => shown(frenchTypography(text));

describe('frenchTypography', () => {
  it.each([
    ['Oui!', 'Oui·!'],
    ['Pour qui ?', 'Pour qui·?'],
    ['Pour qui\u00a0?', 'Pour qui·?'],
    ['un lieu ; un temps', 'un lieu·; un temps'],
    ['Quoi?! Vraiment !!', 'Quoi·?! Vraiment·!!'],
    ['un chiffre (?) et (!)', 'un chiffre (?) et (!)'],
    ['?', '?'],
    [' ? seul', ' ? seul'],
    ['«Encore?» dit-il', '«~Encore·?~» dit-il'],
    ['(vraiment ?)', '(vraiment·?)'],
    ['Et alors…?', 'Et alors…·?'],
  ])('[AC20] sets %j as %j: a narrow no-break space before ; ! ?', (typed, set) => {
    expect(french(typed)).toBe(set);
  });

  it.each([
    ['Thème : le lien', 'Thème~: le lien'],
    ['Thème: le lien', 'Thème~: le lien'],
    ['Thème\u202f: le lien', 'Thème~: le lien'],
    ['à 12:30 précises', 'à 12:30 précises'],
    ['à 12:30:15: fin', 'à 12:30:15~: fin'],
    ['std::vector', 'std::vector'],
    ['rapport 1:2', 'rapport 1:2'],
    ['clef:valeur', 'clef:valeur'],
    ['en trois mots:', 'en trois mots~:'],
    ['merci :-) et ;)', 'merci :-) et ;)'],
  ])('[AC21] sets %j as %j: a no-break space before a colon that announces', (typed, set) => {
    expect(french(typed)).toBe(set);
  });

  it.each([
    ['«écouter»', '«~écouter~»'],
    ['« écouter »', '«~écouter~»'],
    ['il dit "je reste".', 'il dit «~je reste~».'],
    ['l\'"aller vers"', 'l’«~aller vers~»'],
    ['" avec des blancs "', '«~avec des blancs~»'],
    ['("deux")', '(«~deux~»)'],
    ['un écran de 24" allumé', 'un écran de 24" allumé'],
    ['un seul " ouvert', 'un seul " ouvert'],
    ['""', '""'],
    ['"a" et "b"', '«~a~» et «~b~»'],
    ['«', '«'],
    ['»', '»'],
  ])('[AC22] sets %j as %j: guillemets with their spaces', (typed, set) => {
    expect(french(typed)).toBe(set);
  });

  it.each([
    ["l'atelier d'aujourd'hui", 'l’atelier d’aujourd’hui'],
    ["l'«aller vers»", 'l’«~aller vers~»'],
    ["5' de pause, 20'", "5' de pause, 20'"],
    ["'entre apostrophes'", "'entre apostrophes'"],
    [`"il dit 'oui'".`, "«~il dit 'oui'~»."],
  ])('[AC23] sets %j as %j: the typographic apostrophe', (typed, set) => {
    expect(french(typed)).toBe(set);
  });

  it.each([
    ['CARADEC Inès - présidente (Morlaix)', 'CARADEC Inès – présidente (Morlaix)'],
    ['LE GOFF Yann -directeur', 'LE GOFF Yann – directeur'],
    ['Atelier 2 - le lien', 'Atelier 2 – le lien'],
    ['10 - 4 = 6', '10 - 4 = 6'],
    ['- une ligne', '- une ligne'],
    ['porte-parole', 'porte-parole'],
    ['moins -3 degrés', 'moins -3 degrés'],
    ['le train -là', 'le train -là'],
  ])('[AC24] sets %j as %j: an en dash between words', (typed, set) => {
    expect(french(typed)).toBe(set);
  });

  it.each([
    ['50% et 12,5 %', '50·% et 12,5·%'],
    ['300€ ou 300 €', '300·€ ou 300·€'],
    ['à 10 h 45, 45 min', 'à 10·h·45, 45·min'],
    ['½ h', '½·h'],
    ['1h30', '1h30'],
    ['5 km à pied', '5·km à pied'],
    ['2 habitants', '2 habitants'],
    ['2 héros', '2 héros'],
    ['1 234 567 personnes', '1·234·567 personnes'],
    ['en 2012 300 personnes', 'en 2012 300 personnes'],
    ['01 49 22 00 00', '01 49 22 00 00'],
    ['56000 Vannes', '56000 Vannes'],
  ])('[AC25] sets %j as %j: numbers keep their unit and their thousands', (typed, set) => {
    expect(french(typed)).toBe(set);
  });

  it.each([
    ['M. Caradec et Mme Le Goff', 'M.~Caradec et Mme~Le Goff'],
    ['MM. Rio, Mmes Tan, Mlle Ana', 'MM.~Rio, Mmes~Tan, Mlle~Ana'],
    ['Dr Élie, Mr. Ali', 'Dr~Élie, Mr.~Ali'],
    ["M. le maire, Mme l'élue", 'M.~le maire, Mme~l’élue'],
    ['M. et Mme Rio', 'M. et Mme~Rio'],
    ['Mme\u202fRio', 'Mme~Rio'],
    ['S.M. Rio, J.-M. Rio', 'S.M. Rio, J.-M. Rio'],
    ['n° 12, n°95, N° A-3', 'n°~12, n°~95, N°~A-3'],
    ['le n° !', 'le n°·!'],
    ['p. 3, pp. 4-5, p. xii', 'p.~3, pp.~4-5, p. xii'],
    ["l'art. 5, art. L. 123-4", 'l’art.~5, art.~L. 123-4'],
    ['chap. 2, Chap. IV, chap. Introduction', 'chap.~2, Chap.~IV, chap. Introduction'],
    ['§ 3, §4, §§ 5 et 6', '§~3, §~4, §§~5 et 6'],
    ['le cap. 3 et `p. 3`', 'le cap. 3 et `p. 3`'],
  ])('[AC110] sets %j as %j: an abbreviation stays with what it announces', (typed, set) => {
    expect(french(typed)).toBe(set);
  });

  it.each([
    ['donc  posée', 'donc posée'],
    ['un   deux\t trois\tquatre', 'un deux trois quatre'],
    ['un \u00a0deux\u00a0 trois', 'un deux trois'],
    ['signature\u00a0\u00a0\u00a0ici', 'signature~~~ici'],
    ['10  000  habitants, 5  km', '10·000 habitants, 5·km'],
    ['CARADEC Inès  -  présidente', 'CARADEC Inès – présidente'],
    ['oui  !  `a  b`  non', 'oui·! `a  b` non'],
  ])('[AC111] sets %j as %j: one space between two words', (typed, set) => {
    expect(french(typed)).toBe(set);
  });

  it.each([
    ['3 ateliers · 42 participants', '3 ateliers~_ 42 participants'],
    ['Témoignage  ·  Inès ·', 'Témoignage~_ Inès~_'],
    ['un\u00a0· deux \u00a0· trois', 'un~_ deux~_ trois'],
    ['· un, paral·lel, `a · b`', '_ un, paral_lel, `a _ b`'],
    [' · un', ' _ un'],
  ])('[AC124] sets %j as %j: a dot between facts stays with the first', (typed, set) => {
    expect(shown(frenchTypography(typed).replaceAll('·', '_'))).toBe(set);
    expect(shown(typesetLine(typed, 'en').replaceAll('·', '_'))).toBe(set);
    expect(frenchTypography(frenchTypography(typed))).toBe(frenchTypography(typed));
  });

  it('[AC111] in English too, where nothing else changes', () => {
    expect(shown(typesetLine("it  isn't : p. 3 !\t\t`a  b`", 'en'))).toBe("it isn't : p. 3 ! `a  b`");
    const content: Inline[] = [
      { type: 'text', text: 'two ', strong: true },
      { type: 'text', text: ' spaces' },
    ];
    expect(typesetText([{ type: 'paragraph', content, sources: [] }], 'en')).toEqual([
      { type: 'paragraph', content: [content[0], { type: 'text', text: 'spaces' }], sources: [] },
    ]);
  });

  it.each([
    'https://exemple.fr/a?b=c;d!e',
    'voir www.exemple.fr/page?x=1',
    'exemple.fr/page?x=1&y=2',
    'accueil@exemple.fr',
    'du code `a ? b : c;` ici',
    'un &nbsp; et &amp; tels quels',
    'a != b',
  ])('[AC26] leaves %j as it is: addresses and code', (typed) => {
    expect(frenchTypography(typed)).toBe(typed);
  });

  it('[AC26] sets what ends a sentence after an address', () => {
    expect(french('Voir https://exemple.fr/page?')).toBe('Voir https://exemple.fr/page·?');
    expect(french("l'adresse d'accueil@exemple.fr !")).toBe('l’adresse d’accueil@exemple.fr·!');
  });

  const typedText = fc.string({
    unit: fc.constantFrom(
      ...' \u00a0\u202f\n\t;:!?«»"\'’-–%€().,/&`=@…1230hémAB',
      'https://a.fr',
      'km',
      'a@b.fr',
      ' 000',
      'Ab',
      '  ',
      'M. ',
      'Mme ',
      'n°',
      'p. ',
      '§',
    ),
    maxLength: 24,
  });

  it('[AC27] changes nothing the second time', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        const once = frenchTypography(typed);
        expect(frenchTypography(once)).toBe(once);
        const english = typesetLine(typed, 'en');
        expect(typesetLine(english, 'en')).toBe(english);
      }),
      { numRuns: 2_500 },
    );
  });

  it('[AC27] keeps every letter and digit, in order', () => {
    const words = (text: string) => text.replace(/[\s\u00a0\u202f'’"«»–-]/gu, '');
    fc.assert(
      fc.property(typedText, (typed) => {
        expect(words(frenchTypography(typed))).toBe(words(typed));
      }),
      { numRuns: 2_500 },
    );
  });

  it('[AC28] sets one sentence alike however its runs are cut', () => {
    const plain = (text: RichText) =>
      text
        .flatMap((block) => (block.type === 'paragraph' ? block.content : []))
        .map((inline) => (inline.type === 'text' ? inline.text : '\n'))
        .join('');
    fc.assert(
      fc.property(typedText, fc.array(fc.nat(24), { maxLength: 4 }), (typed, cuts) => {
        const borders = [0, ...cuts.filter((cut) => cut < typed.length).sort((a, b) => a - b), typed.length];
        const content: Inline[] = borders.slice(1).map((end, index) => ({
          type: 'text',
          text: typed.slice(borders[index], end),
          ...(index % 2 === 0 ? { strong: true } : {}),
        }));
        const set = typesetText([{ type: 'paragraph', content, sources: [] }], 'fr');
        expect(plain(set)).toBe(frenchTypography(typed));
      }),
      { numRuns: 2_500 },
    );
  });

  it('[AC28] puts the space of a question mark beside bold words', () => {
    const content: Inline[] = [
      { type: 'text', text: 'pour qui', strong: true },
      { type: 'text', text: ' ?' },
    ];
    expect(typesetText([{ type: 'paragraph', content, sources: [] }], 'fr')).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'pour qui', strong: true },
          { type: 'text', text: '\u202f?' },
        ],
        sources: [],
      },
    ]);
  });

  it('[AC29] takes time in proportion to the text', () => {
    for (const unit of [
      'a',
      ' ',
      '"',
      "l'",
      '?',
      ' -a',
      '1 000 ',
      'a.',
      '@',
      '« ',
      '`',
      '&a',
      'A A ',
      'www.',
      'n° ',
      'M. ',
      '§',
      '\u00a0 ',
      '`  ',
    ]) {
      const text = unit.repeat(40_000);
      expect(frenchTypography(text)).not.toBe('');
    }
  });
});
