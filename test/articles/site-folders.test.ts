// - folders as the generators of sites lay them out are served whole: each file with text is an
//   article under the id that its path makes, with its authors, dates and tags
// - each file that is left out is told of with its kind and a reason, or is counted among those that are passed by
// - no shortcode, tag of Liquid, import, comment or mark is in a text

import { testSite, NEXT_YEAR } from './site-folder.js'

testSite('Hugo', {
  files: {
    'hugo.toml': 'baseURL = "https://fjordavis.example/"\ntitle = "Fjordavis"\n',
    'archetypes/default.md':
      '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n',
    'content/_index.md': '---\ntitle: Fjordavis\n---\n\nNytt fra bygda hver dag.\n',
    'content/nyheter/_index.md': '---\ntitle: Nyheter\n---\n',
    'content/nyheter/ferje/index.md':
      '+++\ntitle = "Ferja går igjen"\ndate = 2021-03-04T08:30:00+01:00\ntags = ["ferje", "samferdsel"]\n' +
      '[params]\nauthor = "Randi Vik"\n+++\n\nFerja **går** igjen.\n\n' +
      '{{< figure src="ferje.jpg" alt="Ferja" caption="Ferja ved kaia" >}}\n\n{{< youtube a1B2c3 >}}\n\n' +
      '{{% notice tip %}}\nKjøp billett om bord.\n{{% /notice %}}\n',
    'content/nyheter/ferje/ferje.jpg': 'bilde',
    'content/nyheter/skule.nn.md':
      '---\ntitle: Ny skule\ndate: 2020-08-17\nauthors:\n  - name: Åse Lid\n    email: a@example.org\n' +
      '  - name: Jon Berg\ncategories: [Skule]\ntags:\n- oppvekst\n---\n\nSkulen opna måndag.<!--more--> Alle var glade.\n',
    'content/nyheter/json.md':
      '{\n  "title": "Torget",\n  "date": "2019-06-01",\n  "keywords": ["torg"]\n}\n\nTorget er [nytt]({{< ref "skule.nn.md" >}}).\n',
    'content/nyheter/kladd.md': '---\ntitle: Kladd\ndraft: true\n---\n\nIkke ferdig.\n',
    'content/nyheter/neste.md': `---\ntitle: Neste\ndate: ${NEXT_YEAR}-12-31\n---\n\nKommer.\n`,
    'content/nyheter/utsalg.md':
      '---\ntitle: Utsalg\ndate: 2018-01-02\nexpiryDate: 2018-02-01\n---\n\nSlutt.\n',
    'content/om.html': '---\ntitle: Om oss\n---\n<p>Vi lager {{< param navn >}}avis.</p>\n',
    'content/søk.md': '---\ntitle: Søk\nlayout: search\n---\n',
    'data/byer.json': '[{"navn": "Bergen", "folketall": 290000}]',
    'data/priser.csv': 'vare,pris\nbrød,30\n',
    'layouts/_default/single.html':
      '{{ define "main" }}<article><h1>{{ .Title }}</h1>{{ .Content }}</article>{{ end }}\n',
    'layouts/partials/topp.html': '<header>{{ partial "meny.html" . }}</header>\n',
    'layouts/shortcodes/bilde.html': '<img src="{{ .Get "src" }}">\n',
    'layouts/robots.txt': 'User-agent: *\n',
    'static/css/stil.css': 'p {}',
    'i18n/nn.yaml': 'les: Les meir',
    'README.md': '# Fjordavis\n\nBygg med `hugo`.\n'
  },
  served: {
    README: { title: 'Fjordavis' },
    content: { title: 'Fjordavis', text: 'Nytt fra bygda hver dag.' },
    'content-nyheter-ferje': {
      title: 'Ferja går igjen',
      publishedAt: '2021-03-04T08:30:00.000+01:00',
      authors: ['Randi Vik'],
      tags: ['ferje', 'samferdsel'],
      text: 'Ferja går igjen.\n\nFerja ved kaia\n\nKjøp billett om bord.'
    },
    'content-nyheter-skule.nn': {
      publishedAt: '2020-08-17',
      authors: ['Åse Lid', 'Jon Berg'],
      tags: ['oppvekst', 'Skule'],
      text: 'Skulen opna måndag. Alle var glade.'
    },
    'content-nyheter-json': {
      title: 'Torget',
      publishedAt: '2019-06-01',
      tags: ['torg'],
      text: 'Torget er nytt.'
    },
    'content-om': { title: 'Om oss', text: 'Vi lager avis.' }
  },
  told: [
    ['archetypes/default.md', 'withheld', /draft/],
    ['content/nyheter/_index.md', 'no-article', /section|list/],
    ['content/nyheter/kladd.md', 'withheld', /draft/],
    ['content/nyheter/neste.md', 'withheld', /to come/],
    ['content/nyheter/utsalg.md', 'withheld', /expiry/],
    ['content/søk.md', undefined, /empty/],
    ['data/byer.json', 'no-article', /no article/],
    ['data/priser.csv', 'no-article', /column of texts/],
    ['layouts/_default/single.html', 'no-article', /template/],
    ['layouts/partials/topp.html', 'no-article', /template/],
    ['layouts/shortcodes/bilde.html', 'no-article', /template/]
  ],
  passedBy: { '.toml': 1, '.jpg': 1, 'robots.txt': 1, '.css': 1, '.yaml': 1 }
})

testSite('Jekyll', {
  files: {
    '_config.yml': 'title: Bygdebladet\n',
    'index.html':
      '---\nlayout: default\n---\n{% for post in site.posts %}<h2>{{ post.title }}</h2>{% endfor %}\n',
    '_layouts/post.html':
      '---\nlayout: default\n---\n<article>{{ content }}</article>{% include bunn.html %}\n',
    '_includes/bunn.html': '<footer>{{ site.title }}</footer>\n',
    '_posts/2018-05-17-toget.md':
      '---\nlayout: post\ntitle: "Toget: en tradisjon"\nauthor: Liv Dahl\ntags: tog fest\ncategories:\n  - 17. mai\n---\n\n' +
      '{% include bilde.html src="/tog.jpg" %}\n\nToget gikk klokka ti.{: .ingress}\n\n' +
      'Se [ruta]({% post_url 2018-05-01-rute %}).\n',
    '_posts/2018-05-01-rute.markdown':
      '---\ntitle: Ruta\ndate: 2018-05-01 09:00:00 +0200\n---\nFra kirka{% comment %} sjekk {% endcomment %} til torget.\n' +
      '{% highlight text %}\nRute A\n{% endhighlight %}\n',
    'sport/_posts/2017-02-03-skirenn.html':
      '---\ntitle: Skirenn\n---\n<p>Det snødde &aring; snødde.</p>\n{% if site.annonser %}{% endif %}\n',
    '_posts/2018-06-01-skjult.md': '---\ntitle: Skjult\npublished: false\n---\nSkjult.\n',
    '_drafts/ide.md': '---\ntitle: Idé\n---\nEn idé.\n',
    '_data/ansatte.json': '[{"navn": "Liv Dahl", "rolle": "redaktør"}]',
    '_data/lenker.yml': '- navn: Liv\n',
    'om.md': '---\npermalink: /om/\n---\n# Om bladet\n\nVi er to.\n',
    '404.html': '---\nlayout: default\n---\n<h1>Ikke funnet</h1>\n',
    Gemfile: 'gem "jekyll"',
    'feed.xml':
      '---\nlayout: null\n---\n<?xml version="1.0"?><rss>{% for post in site.posts %}{% endfor %}</rss>\n',
    'assets/main.scss': '---\n---\n'
  },
  served: {
    '_posts-2018-05-17-toget': {
      title: 'Toget: en tradisjon',
      publishedAt: '2018-05-17',
      authors: ['Liv Dahl'],
      text: 'Toget gikk klokka ti.\n\nSe ruta.'
    },
    '_posts-2018-05-01-rute': {
      publishedAt: '2018-05-01T09:00:00+02:00',
      text: 'Fra kirka til torget.\n\nRute A'
    },
    'sport-_posts-2017-02-03-skirenn': { publishedAt: '2017-02-03', text: 'Det snødde å snødde.' },
    om: { title: 'Om bladet' },
    404: { text: 'Ikke funnet' }
  },
  told: [
    ['index.html', 'no-article', /template/],
    ['_layouts/post.html', 'no-article', /template/],
    ['_includes/bunn.html', 'no-article', /template/],
    ['_posts/2018-06-01-skjult.md', 'withheld', /draft/],
    ['_drafts/ide.md', 'withheld', /_drafts/],
    ['_data/ansatte.json', 'no-article', /no article/],
    ['feed.xml', 'no-article', /template/]
  ],
  passedBy: { '.yml': 2, 'no extension': 1, '.scss': 1 }
})

testSite('Docusaurus', {
  files: {
    'docusaurus.config.js': 'export default {}',
    'package.json': '{"name": "nettsted"}',
    'sidebars.js': 'module.exports = {}',
    'blog/authors.yml': 'kari:\n  name: Kari Moe\n',
    'blog/2022-09-01-valg/index.mdx':
      '---\nslug: valg\ntitle: Valget\nauthors: [{name: Kari Moe, title: Redaktør}]\ntags: [valg, {label: Politikk, permalink: /p}]\n---\n\n' +
      "import Tabs from '@theme/Tabs';\nimport {Kart} from '../src/kart';\n\nValget er over.\n\n{/* truncate */}\n\n" +
      '<Tabs>\n<TabItem value="a" label="A">\n\nFlertallet holdt.\n\n</TabItem>\n</Tabs>\n\n' +
      ':::tip[Merk]\n\nTallene er foreløpige.\n\n:::\n\n<Kart steder={[{navn: "Oslo"}]} />\n',
    'blog/2022-10-02-budsjett.md':
      '---\nauthors: kari\n---\n\n# Budsjettet\n\n<!-- truncate -->\n\nBudsjettet øker.\n',
    'docs/intro.md':
      '---\nid: start\nsidebar_position: 1\n---\n\n# Start her\n\nLes dette først.[^1]\n\n[^1]: Fra håndboka.\n',
    'docs/kapittel/_category_.json':
      '{"label": "Kapittel", "position": 2, "link": {"type": "generated-index", "description": "Alt om kapitlet"}}',
    'docs/kapittel/en.mdx':
      'export const Farge = ({children}) => <b>{children}</b>\n\n## Første kapittel {#en}\n\nDet <Farge>begynner</Farge> her.\n',
    'i18n/nn/code.json': '{"theme.les": {"message": "Les meir", "description": "Knapp"}}',
    'src/pages/index.module.css': '.a {}',
    'static/img/logo.svg': '<svg/>'
  },
  served: {
    'blog-2022-09-01-valg': {
      title: 'Valget',
      publishedAt: '2022-09-01',
      authors: ['Kari Moe'],
      tags: ['valg', 'Politikk'],
      text: 'Valget er over.\n\nFlertallet holdt.\n\nMerk\n\nTallene er foreløpige.'
    },
    'blog-2022-10-02-budsjett': { title: 'Budsjettet', publishedAt: '2022-10-02', authors: ['kari'] },
    start: { title: 'Start her', text: 'Start her\n\nLes dette først.\n\nFra håndboka.' },
    'docs-kapittel-en': { title: 'Første kapittel', text: 'Første kapittel\n\nDet begynner her.' }
  },
  told: [
    ['docs/kapittel/_category_.json', 'no-article', /no article/],
    ['i18n/nn/code.json', 'no-article', /no article/]
  ],
  passedBy: { '.js': 2, 'package.json': 1, '.yml': 1, '.css': 1, '.svg': 1 }
})

testSite('Astro', {
  files: {
    'astro.config.mjs': 'export default {}',
    'tsconfig.json': '{}',
    'src/content/config.ts': 'export const collections = {}',
    'src/content/blog/fjell.mdx':
      "---\ntitle: 'Fjellet kaller'\npubDate: 'Jul 08 2022'\nupdatedDate: 2022-07-10\nheroImage: '../../assets/a.jpg'\n" +
      "author:\n  name: Ida Ness\ntags: ['fjell', 'tur']\n---\nimport { Image } from 'astro:assets';\nimport topp from './topp.jpg';\n\n" +
      'Vi gikk *opp*.\n\n<Image src={topp} alt="Toppen" />\n\n{frontmatter.title}\n\nSå ned.\n',
    'src/content/blog/elv.md':
      '---\ntitle: Elva\npubDate: 2022-06-01T00:00:00.000Z\ncategory: natur\n---\n\nElva steg.\n',
    'src/content/blog/utkast.md': '---\ntitle: U\ndraft: true\n---\n\nU.\n',
    'src/content/forfattere/ida.json': '{"name": "Ida Ness", "bio": "Skriver om fjell."}',
    'src/pages/index.astro': '---\n---\n<p/>',
    'public/robots.txt': 'User-agent: *'
  },
  served: {
    'src-content-blog-fjell': {
      title: 'Fjellet kaller',
      publishedAt: '2022-07-08',
      authors: ['Ida Ness'],
      tags: ['fjell', 'tur'],
      text: 'Vi gikk opp.\n\nSå ned.'
    },
    'src-content-blog-elv': { publishedAt: '2022-06-01T00:00:00.000Z', tags: ['natur'] }
  },
  told: [
    ['src/content/blog/utkast.md', 'withheld', /draft/],
    ['src/content/forfattere/ida.json', 'no-article', /no article/]
  ],
  passedBy: { '.mjs': 1, 'tsconfig.json': 1, '.ts': 1, '.astro': 1, 'robots.txt': 1 }
})
