// - tags of templates are no text, whatever stands in their quotes; captions are; a quotation mark that is none, or
//   a tag without an end, costs no text
// - imports, exports, tags and expressions of MDX are no text, also over several lines; what stands between them is
// - marks of notes are no text, at whatever depth
// - what only looks like one of them stays as it is, and reading takes linear time

import fc from 'fast-check'
import t from 'tap'
import { withoutMdx } from '../../src/articles/text/mdx.js'
import { withoutTemplateTags } from '../../src/articles/text/template-tags.js'
import { webText } from '../../src/articles/text/web-text.js'

t.test('tags of templates', (t) => {
  const shown: Record<string, string> = {
    'Før {{< sitat av="Ola \\"O\\" Moe" tekst="Han sa: >}} nei" >}} etter':
      'Før \n\nHan sa: >}} nei\n\n etter',
    '{% asset_img left kart.png 500 400 "Et kart \'kart\'" %}': '\n\nEt kart\n\n',
    '{% asset_img kart.png Et kart over Oslo %}{% img kart.png 500 %}': '\n\nEt kart over Oslo\n\n',
    '{{% alert title="Merk" %}}Tekst{{% /alert %}}{{< youtube id="a" title="nei" >}}': '\n\nMerk\n\nTekst',
    "{% include boks.html tekst=Kari's %} etter": ' etter',
    'a {{< figure src="x" title="Kart" caption="Et \\"godt\\" kart" >}} b':
      'a \n\nKart\n\nEt "godt" kart\n\n b',
    "{% include figure.html caption='Brua {{ page.year }}' %}": '\n\nBrua \n\n',
    '{% raw %}{{ navn }} {% if %}{% endraw %} og {{ "a }}" | upcase }}.': '{{ navn }} {% if %} og .',
    '{% assign x = "a %} b" %}Etter': 'Etter',
    'a {%- comment -%} nei {%- endcomment -%} b': 'a  b',
    '{{< comment >}}nei{{< /comment >}}ja': 'ja',
    'a {# nei {{ x }} #} b': 'a  b',
    '{{% notice %}}Merk{{% /notice %}}': 'Merk'
  }
  for (const [source, text] of Object.entries(shown)) t.equal(withoutTemplateTags(source), text, source)
  for (const same of [
    '{ikke} {{ uten slutt',
    '{% uten slutt',
    '{#anker} og #}',
    'a {{ b\n\nc }} d',
    '100 % {'
  ])
    t.equal(withoutTemplateTags(same), same)
  t.end()
})

t.test('MDX', (t) => {
  const start = "import A from './a'\n\n"
  const shown: Record<string, string> = {
    'import {\n  Kort,\n  Ramme\n} from "./kort"\nimport "./stil.css";\nTekst': '\n\nTekst',
    [`${start}export const meta = {\n  a: [1],\n\n  b: 2\n}\n\nTekst`]: '\n\n\n\nTekst',
    [`${start}<Kort naar={() => { if (a > b) { f() } }} stil={{farge: 'rød'}} tittel="a > b">\nTekst\n</Kort>`]:
      '\n\n\nTekst\n',
    [`${start}<>Del</> {props.a} {1 + 2} {liste.map((x) => <li>{x}</li>)} slutt`]: '\n\nDel    slutt',
    [`${start}<Boks title="Husk">Mat</Boks><Film caption='Fra Oslo' title="nei" />`]:
      '\n\n\n\nHusk\n\nMat\n\nFra Oslo\n\n',
    [`${start}{'{'}100{"}"} {/* nei */}kr, {\`mal \${a}\`}`]: '\n\n{100} kr, '
  }
  for (const [source, text] of Object.entries(shown)) t.equal(withoutMdx(source), text, source)
  for (const same of [
    'import av mat er {viktig} for <Kari>\nexport const er et ord',
    '<B>fet</B> {a}',
    '5 < 7 {og} 8 > 3'
  ])
    t.equal(withoutMdx(same), same)
  t.end()
})

t.test('notes', (t) => {
  const shown: Record<string, string> = {
    '> [!info] Merk\n> > [!tip]- Tips\n> > Tekst': '> Merk\n> \n> > Tips\n> > \n> > Tekst',
    'a\n\n%%\nskjult\n\nogså\n%%\n\nb': 'a\n\n\n\nb',
    'Et avsnitt ^abc-1\nog ^et til': 'Et avsnitt\nog ^et til',
    'Hurra :tada:! Kl. 10:30:45 og :nei: og a:ski:b': 'Hurra 🎉! Kl. 10:30:45 og :nei: og a:ski:b',
    'Trykk ++ctrl+c++ i C++ og D++, H~2~O, x^2^, ~~ikke~~': 'Trykk ctrl+c i C++ og D++, H2O, x2, ~~ikke~~',
    'En{++ ny++}{-- gammel--} {~~bil~>båt~~} {==her==}{>>nei<<}': 'En ny båt her',
    'a\n$$\n\\int x\n$$\nb $$x^2$$ fra A$$AP og Joey Bada$$': 'a\n\nb  fra A$$AP og Joey Bada$$',
    'forfatter:: Kari\n- alder:: 30\n  id:: 1\nstd::a [by:: Oslo] (land:: Norge)':
      '\nforfatter: Kari\n- alder: 30\n\nstd::a by: Oslo Norge',
    'Et [ord]{.rødt} og ![](a.png){width=50%}\n{.stor}\nx^[En note] (a){nei}':
      'Et ord og ![](a.png)\n\nx (En note) (a){nei}',
    '[TOC]\n[[toc]]\n((64f1a2b3-1111-2222-3333-444455556666))': '\n\n',
    '==⚠  Switch to EXCALIDRAW VIEW ⚠==\n## Text Elements\nSkolen ^abc12345\n%%\n## Drawing\n```json\n{}\n```\n%%':
      '\n\nSkolen\n',
    '{::options a="b" /}\n{::comment}\nnei\n{:/comment}\nA\n/// details | Mer\nB\n///\nhttps:///a':
      '\n\nA\n\nMer\n\nB\n\n\n\nhttps:///a',
    '[caption id="a" width="300"]![](a.jpg) Ei bru[/caption] [sic] [a="b"](/p)':
      '\n\n![](a.jpg) Ei bru\n\n [sic] [a="b"](/p)',
    '* liste\n{:toc}\n\n:::note Merk {.rød}\nTekst': '\n\n\nMerk \n\nTekst'
  }
  for (const [source, text] of Object.entries(shown)) t.equal(webText(source), text, source)
  t.end()
})

t.test('any text', (t) => {
  const sign = fc.constantFrom(
    '{{<',
    '>}}',
    '{%',
    '%}',
    '{{',
    '}}',
    '"',
    "'",
    '<A',
    '>',
    '{',
    '}',
    'a',
    ' ',
    '\n',
    '%%',
    '{% raw %}'
  )
  const property = fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
    const text = webText(signs.join(''))
    return text.length <= signs.join('').length + 8
  })
  fc.assert(property)
  const long = ['{{< a', '{% raw %}', '<Aa b="', "import A from 'a'\n{", '[[', '==a', '%%\n'].map((each) =>
    each.repeat(4000)
  )
  for (const each of long) webText(each)
  t.end()
})
