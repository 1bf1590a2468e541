/** What programs put on the clipboard as HTML, in their ways, and the text that must come of it, as Markdown. */

type Clipboard = { readonly from: string; readonly html: string; readonly text: string };

const wordItem = (list: string, level: number, marker: string, text: string, indent = 36 * level): string => `
<p class=MsoListParagraphCxSpMiddle style='margin-left:${indent}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

const word = (body: string): string => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {mso-style-unhide:no; margin-bottom:8.0pt; font-family:"Calibri",sans-serif;}
@list l0 {mso-list-id:1203402611; mso-list-type:hybrid;} --></style></head>
<body lang=FR style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->
${body}
<!--EndFragment--></body></html>`;

export const CLIPBOARDS: readonly Clipboard[] = [
  {
    from: 'Word: lists of three levels, numbers and bullets',
    html: word(`
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Ordre du jour<o:p></o:p></b></p>
${wordItem('l0', 1, '1.', 'Accueil')}
${wordItem('l0', 1, '2.', 'Budget')}
${wordItem('l0', 2, 'a.', 'Recettes')}
${wordItem('l0', 3, 'i.', 'Subvention')}
${wordItem('l0', 3, 'ii.', 'Cotisations')}
${wordItem('l0', 2, 'b.', 'Dépenses')}
${wordItem('l0', 1, '3.', 'Clôture')}
<p class=MsoListParagraphCxSpLast style='margin-left:36.0pt'>autour d’un café<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${wordItem('l1', 1, '·', 'Une puce')}
${wordItem('l1', 2, 'o', 'ronde')}
${wordItem('l1', 3, '§', 'carrée')}
${wordItem('l1', 1, '·', 'Autre puce')}
${wordItem('l2', 1, '4.', 'La suite')}
${wordItem('l3', 1, '1.', 'Un nouveau début')}`),
    text: `**Ordre du jour**

1. Accueil
2. Budget
   1. Recettes
      1. Subvention
      2. Cotisations
   2. Dépenses
3. Clôture

   autour d’un café

- Une puce
  - ronde
    - carrée
- Autre puce

4. La suite

1) Un nouveau début
`,
  },
  {
    from: 'Word: titles, quotation, table, link, comment, tracked change',
    html: word(`
<p class=MsoTitle>Compte rendu<o:p></o:p></p>
<h1><a name="_Toc1"></a><span style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>I.<span>&nbsp; </span></span><![endif]></span>Les constats<o:p></o:p></h1>
<p class=MsoNormal>Le comité <i style='mso-bidi-font-style:normal'>constate</i> une <b><i>hausse</i></b><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[MD1]</a></span></span> de <del cite="mailto:Marie" datetime="2026-03-02T10:00">2</del><ins cite="mailto:Marie" datetime="2026-03-02T10:00">3</ins> %, voir <a href="https://www.exemple.fr/bilan?utm_source=lettre&amp;page=2&amp;utm_medium=mail"><span style='color:#0563C1'>le bilan</span></a>.<o:p></o:p></p>
<p class=MsoQuote>Nous n’avons plus de salle.<o:p></o:p></p>
<p class=MsoQuote>Et plus de café.<o:p></o:p></p>
<h4>Détail<o:p></o:p></h4>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<thead><tr style='mso-yfti-irow:0'><td width=302 valign=top style='width:226.55pt'><p class=MsoNormal>Action<o:p></o:p></p></td><td width=302><p class=MsoNormal>Qui<o:p></o:p></p></td></tr></thead>
<tr><td rowspan=2><p class=MsoNormal>Écrire<br>aux élus<o:p></o:p></p></td><td><p class=MsoNormal>Marie<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>Paul<o:p></o:p></p></td></tr>
</table>
<p class=MsoNormal><span style='mso-no-proof:yes'><v:shape id="_x0000_i1025"><v:imagedata src="file:///C:/image001.png"/></v:shape><img width=10 src="file:///C:/image001.png" alt="logo"></span><o:p></o:p></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>À vérifier</p></div></div>`),
    text: `# Compte rendu

# Les constats

Le comité _constate_ une **_hausse_** de 3 %, voir [le bilan](https://www.exemple.fr/bilan?page=2).

> Nous n’avons plus de salle.
>
> Et plus de café.

### Détail

| Action | Qui |
| --- | --- |
| Écrire<br>aux élus | Marie |
|  | Paul |
`,
  },
  {
    from: 'LibreOffice Writer',
    html: `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 24.2 (Linux)"/>
<style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115%; margin-bottom: 0.25cm; background: transparent }</style></head>
<body lang="fr-FR" link="#000080" vlink="#800000" dir="ltr"><h2 class="western">Relevé</h2>
<p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3">Un texte <b>gras</b>, <i>italique</i> et <a href="mailto:mairie@exemple.fr">une adresse</a>.</font></font></p>
<ol start="3">
	<li><p style="line-height: 100%; margin-bottom: 0cm">Trois</p>
	<ul>
		<li><p style="margin-bottom: 0cm">Puce</p></li>
	</ul>
	</li>
	<li><p style="margin-bottom: 0cm">Quatre</p></li>
</ol>
<p style="margin-bottom: 0cm"><br/>

</p>
<blockquote style="margin-left: 1cm">Cité
</blockquote>
<table width="665" cellpadding="4" cellspacing="0"><col width="324"/><col width="324"/>
	<thead><tr valign="top"><th width="324" style="border: 1px solid #000000"><p>Nom</p></th><th><p>Ville</p></th></tr></thead>
	<tbody><tr valign="top"><td><p>Aubry</p></td><td><p>Vire<br/>Normandie</p></td></tr></tbody>
</table>
</body></html>`,
    text: `## Relevé

Un texte **gras**, _italique_ et [une adresse](mailto:mairie@exemple.fr).

3. Trois
   - Puce
4. Quatre

> Cité

| Nom | Ville |
| --- | --- |
| Aubry | Vire<br>Normandie |
`,
  },
  {
    from: 'Outlook',
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15 (filtered medium)"><style>p.MsoNormal {margin:0cm}</style></head><body lang=FR link="#0563C1"><div class=WordSection1>
<p class=MsoNormal>Bonjour,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Le lien : <a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.exemple.fr%2Fordre&amp;data=05%7C02%7Cmarie%40exemple.fr&amp;reserved=0">ordre du jour</a>.<o:p></o:p></p>
<ul style='margin-top:0cm' type=disc><li class=MsoListParagraph style='margin-left:0cm;mso-list:l0 level1 lfo1'>Un<o:p></o:p></li><ul style='margin-top:0cm' type=circle><li class=MsoListParagraph style='mso-list:l0 level2 lfo1'>Deux<o:p></o:p></li></ul><li class=MsoListParagraph>Trois<o:p></o:p></li></ul>
<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>De :</b> Marie Dupont<br><b>Objet :</b> Réunion<o:p></o:p></p></div>
<table role="presentation" border=0><tr><td style="display:none">Aperçu caché</td><td><p class=MsoNormal>Cordialement</p></td></tr></table>
<img border=0 width=1 height=1 src="https://suivi.exemple.net/p.gif">
</div></body></html>`,
    text: `Bonjour,

Le lien : [ordre du jour](https://www.exemple.fr/ordre).

- Un
  - Deux
- Trois

**De :** Marie Dupont\\
**Objet :** Réunion

Cordialement
`,
  },
  {
    from: 'Gmail',
    html: `<meta charset='utf-8'><div dir="ltr"><div>Bonjour à tous,</div><div><br></div><div style="color:rgb(34,34,34);font-family:Arial">Deux <b>points</b> :</div><div><ol style="color:rgb(34,34,34)"><li style="margin-left:15px">le budget</li><li style="margin-left:15px">la salle<ul><li style="margin-left:15px">la clef</li></ul></li></ol></div><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Le lun. 2 mars 2026 à 10:12, Marie &lt;<a href="mailto:marie@exemple.fr">marie@exemple.fr</a>&gt; a écrit :<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)"><div dir="ltr"><h3>Rappel</h3><p>Ne pas oublier.</p><blockquote class="gmail_quote"><div>Plus ancien</div></blockquote></div></blockquote></div></div>`,
    text: `Bonjour à tous,

Deux **points** :

1. le budget
2. la salle
   - la clef

Le lun. 2 mars 2026 à 10:12, Marie <[marie\\@exemple.fr](mailto:marie@exemple.fr)\\> a écrit :

> **Rappel**
>
> Ne pas oublier.
>
> Plus ancien
`,
  },
  {
    from: 'Thunderbird',
    html: `<html><head></head><body><p>Merci pour <i>tout</i>.<br></p><div class="moz-cite-prefix">Le 02/03/2026 à 10:12, Marie a écrit :<br></div><blockquote type="cite" cite="mid:abc@exemple.fr"><pre class="moz-quote-pre" wrap="">Bonjour,
la salle est prise.

À demain</pre></blockquote></body></html>`,
    text: `Merci pour _tout_.

Le 02/03/2026 à 10:12, Marie a écrit :

> Bonjour,\\
> la salle est prise.
>
> À demain
`,
  },
  {
    from: 'Google Docs',
    html: `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt"><span style="font-size:16pt;font-weight:400;font-style:normal">Bilan</span></h2><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400">Texte </span><span style="font-weight:700;font-style:normal">fort</span><span style="font-weight:400"> </span><span style="font-weight:400;font-style:italic">penché</span><span style="font-weight:400"> </span><a href="https://www.google.com/url?q=https://exemple.fr/a&amp;sa=D" style="text-decoration:none"><span style="font-weight:400;text-decoration:underline">lien</span></a></p><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">Un</span></p></li><ul style="margin-top:0"><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:700">Deux</span></p></li></ul></ul><div dir="ltr" align="left"><table style="border:none"><colgroup><col width="300"/><col width="300"/></colgroup><tbody><tr style="height:0pt"><td colspan="2"><p dir="ltr"><span style="font-weight:400">Large</span></p></td></tr><tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`,
    text: `## Bilan

Texte **fort** _penché_ [lien](https://exemple.fr/a)

- Un
  - **Deux**

|  |  |
| --- | --- |
| Large |  |
| a | b |
`,
  },
];
