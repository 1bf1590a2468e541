/** How the page of the actes looks, on screens and printed; the same text for all, so that one hash allows it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const fontData = (family: string): string => {
  const { resolve } = createRequire(import.meta.url);
  const file = resolve(`@fontsource-variable/${family}/files/${family}-latin-wght-normal.woff2`);
  return `url(data:font/woff2;base64,${readFileSync(file).toString('base64')}) format("woff2")`;
};

/** Atkinson's slashed zero reads as struck out: figures come from the reader's own font. */
const FONTS = `@font-face{font-family:"Actes Sans";src:${fontData('atkinson-hyperlegible-next')};font-weight:200 800;font-display:swap;unicode-range:U+20-2F,U+3A-FF,U+131,U+152-153,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122}
@font-face{font-family:"Actes Serif";src:${fontData('source-serif-4')};font-weight:200 900;font-display:swap}
`;

const SCREEN = `:root{--paper:#fbf9f5;--sheet:#fff;--ink:#16233b;--muted:#56617a;--line:#d9d5cb;--accent:#0b5f61;--wash:#eaf3f1;
--sans:"Actes Sans","Segoe UI",system-ui,"Helvetica Neue",Arial,sans-serif;--serif:"Actes Serif","Source Serif 4",Charter,Cambria,Georgia,serif}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--paper:#141922;--sheet:#1c2230;--ink:#eeece7;--muted:#a9b0bf;--line:#384052;--accent:#7fcfc9;--wash:#1d3034}}
*{box-sizing:border-box}
html{font:400 17px/1.5 var(--sans);color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;scroll-padding-top:24px}
body{margin:0;padding:0 20px;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.06em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:3px}
h1,h2,h3,h4,h5,h6{font-family:var(--sans);font-weight:650;line-height:1.16;letter-spacing:-.012em;text-wrap:balance;margin:0}
p,ul,ol,blockquote,figure{margin:0}
.unbroken{white-space:nowrap}
.skip{position:absolute;left:16px;top:-80px;z-index:1;padding:12px 20px;background:var(--sheet);border:1px solid var(--accent);border-radius:6px}
.skip:focus{top:16px}
.cover,.notes,.contents,main,.end{max-width:41rem;margin-inline:auto}
.cover{padding:48px 0 40px;border-bottom:2px solid var(--ink)}
.organisation{font-weight:600}
.logo{display:block;max-height:84px;max-width:260px;width:auto;margin-top:20px;border-radius:4px}
.kind{margin-top:56px;color:var(--accent);font-weight:600}
h1{font-size:clamp(2.1rem,6.4vw,3.4rem);line-height:1.05;letter-spacing:-.025em;margin-top:8px}
.theme,.day{font-size:1.2rem;color:var(--muted)}
.theme{margin-top:24px}
.counts{margin-top:24px;font-size:.9rem;color:var(--muted)}
.standing{margin-top:4px;font-size:.9rem;font-weight:600}
.notes{padding:20px 0;border-bottom:1px solid var(--line)}
.notes p+p{margin-top:8px}
.files{display:flex;flex-wrap:wrap;gap:8px 12px;padding:0;margin-top:28px;list-style:none}
.files a{display:inline-flex;align-items:center;min-height:44px;padding:0 18px;border:1px solid var(--line);border-radius:6px;background:var(--sheet);font-weight:600;text-decoration:none}
.files a:hover{border-color:var(--accent)}
.contents{padding:32px 0 8px}
.contents h2{font-size:1.2rem;margin-bottom:8px}
.contents ol{list-style:none;padding:0}
.contents ol ol{padding-left:18px}
.contents a{display:block;padding:5px 0;color:inherit;text-decoration:none;line-height:1.3}
.contents a:hover{color:var(--accent);text-decoration:underline}
.contents>ol>li>a{font-weight:600}
.contents li li a{color:var(--muted);font-size:.93rem;padding:3px 0}
main{padding-bottom:56px;font-family:var(--serif);font-size:1.09rem;line-height:1.58;hyphens:manual}
section{padding-top:64px}
main p,main ul,main ol,main figure,main table{margin-top:.8em}
section>h2{font-size:clamp(1.6rem,4.4vw,2.1rem)}
main h3{font-size:1.34rem;margin-top:2em}
main h4{font-size:1.12rem;margin-top:1.8em}
main h5{font-size:1rem;color:var(--accent);margin-top:1.6em}
main h6{font-size:.95rem;color:var(--muted);margin-top:1.5em}
main h2+h3,main h3+h4{margin-top:1em}
strong{font-weight:650}
.facts{font-family:var(--sans);font-size:.9rem;color:var(--muted)}
main ul,main ol{padding-left:1.5em}
main li::marker{color:var(--muted)}
li>p:first-child,li>ul,li>ol,blockquote>:first-child,td>:first-child,th>:first-child{margin-top:0}
main li+li{margin-top:.35em}
.quotation{padding-left:20px;border-left:3px solid var(--accent);margin-block:1.5em}
.quotation blockquote{font-size:1.14em;line-height:1.45}
figcaption{margin-top:8px;font-family:var(--sans);font-size:.87rem;line-height:1.4;color:var(--muted)}
.set{padding:14px 0 16px;border-top:1px solid var(--line);margin-top:1.2em}
.set+.set{margin-top:0}
.set>.label{margin:0;font-family:var(--sans);font-size:.87rem;color:var(--muted)}
.set>.label+*{margin-top:4px}
.set>.label strong{color:var(--ink)}
.proposal>.label strong{color:var(--accent)}
.person{margin-top:1.6em}
.person>.who{font-family:var(--sans);font-size:1rem;line-height:1.45;margin:0}
.person>.who+*{margin-top:4px}
.person .name{font-weight:650}
q::before,q::after{content:none}
main .present{list-style:none;padding:0}
.present li+li{margin-top:.15em}
table{width:100%;border-collapse:collapse;border-top:2px solid var(--ink);font-size:.98em;line-height:1.42}
th,td{padding:9px 14px 9px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{font-family:var(--sans);font-size:.9rem;font-weight:650}
thead th{vertical-align:bottom}
.wide{overflow-x:auto}
.wide table{min-width:44rem;overflow-wrap:normal}
img{max-width:100%}
figure img{display:block;max-height:90vh;width:auto;height:auto;border-radius:4px}
.missing{padding:14px 18px;border:1px solid var(--line);border-radius:6px;font-family:var(--sans);font-size:.9rem;color:var(--muted)}
.end{padding:24px 0 56px;border-top:1px solid var(--line);font-size:.87rem;color:var(--muted)}
@media (min-width:1160px){body.listed{display:grid;grid-template-columns:19rem minmax(0,41rem);column-gap:72px;justify-content:center;align-items:start}
.listed>*{grid-column:2;width:100%}.listed>.cover{padding-top:72px}
.listed>.contents{grid-column:1;grid-row:1/span 9;position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:76px 0 40px;scrollbar-width:thin}
.listed>.contents h2{font-size:1rem;color:var(--muted)}.listed>.contents a{font-size:.93rem}.listed>.contents li li li{display:none}}
`;

const PRINT = `@media print{@page{size:A4;margin:24mm 24mm 24mm 28mm;@bottom-right{content:counter(page) " / " counter(pages);font:8.8pt sans-serif;color:#56617a}}
@page:first{@bottom-right{content:""}}
html{font-size:10.5pt;background:#fff}body{padding:0}
.skip,.files{display:none}
.cover,.notes,.contents,main,.end{max-width:none}
.cover{padding:0 0 6mm;border-bottom-width:1pt}.booklet .cover{min-height:225mm;display:flex;flex-direction:column;break-after:page}.cover>*{align-self:flex-start}.booklet .kind{margin-top:62mm}.booklet h1{font-size:34pt}.booklet .counts{margin-top:auto}
.contents{break-after:page;padding:0}.contents h2{font-size:22pt;margin-bottom:5mm}.contents a{padding:2px 0}.contents li li a{padding:1px 0}
.booklet section{break-before:page;padding-top:0}.booklet main>section:first-child{break-before:auto}
main{font-size:10.8pt;line-height:1.45;padding-bottom:8mm}section>h2{font-size:22pt}main h3{font-size:14pt}main h4{font-size:11.6pt}
h2,h3,h4,h5,h6,.label,.who{break-after:avoid}
p,li{orphans:2;widows:2}figure,tr,.quotation{break-inside:avoid}figure img{max-height:165mm}
thead{display:table-header-group}.wide{overflow:visible}.wide table{min-width:0;font-size:.8em}
a{color:inherit}main a[href^=http]::after{content:" (" attr(href) ")";font-size:.82em;overflow-wrap:anywhere}
.end{padding:4mm 0 0}}
`;

/** What stands in the page's one style element. */
export const PAGE_STYLE = FONTS + SCREEN + PRINT;

/** What the page may load: its own style, and pictures and fonts that it carries. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PAGE_STYLE, 'utf8').digest('base64')}'`,
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
