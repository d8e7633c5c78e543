// - folders as note programs, WordPress and archives lay them out are served whole: each file with text is an
//   article under the id that its path makes, with its authors, dates and tags
// - each file that is left out is told of with its kind and a reason, or is counted among those that are passed by
// - no link of Obsidian, mark of a note, shortcode or tag is in a text

import { testSite } from './site-folder.js'

testSite('Obsidian', {
  files: {
    '.obsidian/app.json': '{}',
    'Klipp/Brua åpner.md':
      '---\ntitle: "Brua åpner"\nsource: "https://avisa.example/brua"\nauthor:\n  - "[[Per Aas]]"\npublished: 2023-04-05\n' +
      'created: 2023-04-06\ntags:\n  - "clippings"\n  - bru\n---\n![[bru.png|300]]\n\nBrua ==åpner== [[2023-04-10|mandag]]. %%husk%%\n\n' +
      '> [!quote]- Sitat\n> Vi gleder oss.\n\n- [x] ring [[Per Aas]]\n',
    'Daglig/2023-04-07.md': 'Møte kl. 10 om #budsjett. ^blokk1\n',
    'Daglig/2023-04-08.md': '',
    'Tavle.canvas': '{"nodes": []}',
    'Vedlegg/bru.png': 'bilde',
    'Vedlegg/notat.txt': 'Et løst notat.',
    'Maler/Daglig.md': '---\ndate: {{date}}\n---\n\n# {{title}}\n'
  },
  served: {
    'Klipp-Brua-apner': {
      title: 'Brua åpner',
      url: 'https://avisa.example/brua',
      authors: ['Per Aas'],
      publishedAt: '2023-04-05',
      tags: ['clippings', 'bru'],
      text: 'Brua åpner mandag.\n\nSitat\n\nVi gleder oss.\n- ring Per Aas'
    },
    'Daglig-2023-04-07': {},
    'Vedlegg-notat': { text: 'Et løst notat.' }
  },
  told: [
    ['Daglig/2023-04-08.md', undefined, /empty/],
    ['Maler/Daglig.md', undefined, /empty/]
  ],
  passedBy: { '.canvas': 1, '.png': 1, 'leading dot': 1 }
})

const wordpressItem = (id: number, fields: string, body: string): string =>
  `<item><title>Sak ${id}</title><link>https://blad.example/sak-${id}/</link>` +
  `<dc:creator><![CDATA[liv]]></dc:creator><content:encoded><![CDATA[${body}]]></content:encoded>` +
  `<wp:post_id>${id}</wp:post_id>${fields}</item>`

const PUBLIC = '<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>'

testSite('WordPress', {
  files: {
    'blad.xml':
      '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"' +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>' +
      '<title>Bladet</title><wp:wxr_version>1.2</wp:wxr_version>' +
      '<wp:author><wp:author_login>liv</wp:author_login><wp:author_display_name>Liv Dahl</wp:author_display_name></wp:author>\n' +
      [
        wordpressItem(
          1,
          `<wp:post_date>2016-04-05 12:30:00</wp:post_date>${PUBLIC}` +
            '<category domain="category" nicename="sport"><![CDATA[Sport]]></category>' +
            '<category domain="post_tag" nicename="ski"><![CDATA[ski]]></category>',
          '<!-- wp:paragraph --><p>Løypa er <b>klar</b>.</p><!-- /wp:paragraph -->\n\n[gallery ids="1,2"]\n\nKom &amp; gå.'
        ),
        wordpressItem(2, '<wp:status>draft</wp:status><wp:post_type>post</wp:post_type>', 'Kladd'),
        wordpressItem(3, '<wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>', ''),
        wordpressItem(4, PUBLIC, 'En linje\n\nog et avsnitt.')
      ].join('\n') +
      '</channel></rss>\n',
    'uploads/2016/04/loype.jpg': 'bilde',
    'uploads/2016/04/loype.xmp': '<x/>'
  },
  served: {
    1: {
      title: 'Sak 1',
      publishedAt: '2016-04-05T12:30:00',
      tags: ['Sport', 'ski'],
      url: 'https://blad.example/sak-1/',
      text: 'Løypa er klar.\n\nKom & gå.'
    },
    4: { text: 'En linje\n\nog et avsnitt.' }
  },
  told: [
    ['blad.xml', 'withheld', /status is draft/],
    ['blad.xml', 'no-article', /attachment 1$/]
  ],
  passedBy: { '.jpg': 1, '.xmp': 1 }
})

const REGULATION = `---
tittel: "Forskrift om båtplasser"
departement:
  - Kystdepartementet
ikrafttredelse: 01.07.2014
rettsområde:
  - Havnerett
  - Ferdsel > Båt
emneord: båt; havn
sist_endret: 2019-01-01
korttittel: Båtplassforskriften
---

# Forskrift om båtplasser

**Hjemmel:** Fastsatt av Kystdepartementet 3. mars 2014.

## Kapittel 1. Formål

### § 1. Formål

Forskriften skal sikre plass til alle.[^1]

| Båt | Lengde |
|-----|--------|
| Jolle | 4 m |

1) første ledd
2) andre ledd

[^1]: Endret i 2019.
`

testSite('an archive of regulations', {
  files: {
    'fields.yaml':
      'source: departement\npublished: [ikrafttredelse, kunngjort]\ntags: [rettsområde, emneord]\n',
    'sf/2014/sf-20140303-0221.md': REGULATION,
    'sf/2014/sf-20140303-0222.md': REGULATION.replace('01.07.2014', '"Kongen bestemmer"'),
    'sf/2015/sf-20150101-0001.md': REGULATION.replace('korttittel: Båt', 'korttittel: "Båt": x: ['),
    'sf/2015/sf-20150101-0002.md': REGULATION.replace(/^---[^]*?---\n\n/, ''),
    'sf/2016/sf-20160101-0001.md': REGULATION.replace(/\n/g, '\r\n'),
    'sf/2016/sf-20160101-0002.txt': 'Forskrift om fisk.\n\n§ 1. Det er lov å fiske.',
    'sf/2016/sf-20160101-0002.yaml': 'tittel: Forskrift om fisk\nkunngjort: 2016-01-01\n',
    'sf/2016/kart.png': 'bilde',
    'sf/2016/kart.yaml': 'tittel: Kart\n',
    'sf/indeks.json': '{"antall": 6, "filer": ["a", "b"]}',
    'LES MEG.txt': 'Samlet av arkivet.'
  },
  served: {
    'sf-2014-sf-20140303-0221': {
      title: 'Forskrift om båtplasser',
      source: 'Kystdepartementet',
      publishedAt: '2014-07-01',
      tags: ['Havnerett', 'Ferdsel > Båt', 'båt', 'havn'],
      text:
        'Forskrift om båtplasser\n\nHjemmel: Fastsatt av Kystdepartementet 3. mars 2014.\n\nKapittel 1. Formål\n\n' +
        '§ 1. Formål\n\nForskriften skal sikre plass til alle.\n\nBåt Lengde\nJolle 4 m\n1) første ledd\n2) andre ledd\n\n' +
        'Endret i 2019.'
    },
    'sf-2014-sf-20140303-0222': { source: 'Kystdepartementet' },
    'sf-2015-sf-20150101-0001': { title: 'Forskrift om båtplasser' },
    'sf-2015-sf-20150101-0002': { title: 'Forskrift om båtplasser' },
    'sf-2016-sf-20160101-0001': { publishedAt: '2014-07-01' },
    'sf-2016-sf-20160101-0002': { title: 'Forskrift om fisk', publishedAt: '2016-01-01' },
    'LES-MEG': {}
  },
  told: [
    ['sf/2014/sf-20140303-0222.md', 'fact', /ikrafttredelse/],
    ['sf/2015/sf-20150101-0001.md', 'fact', /YAML/],
    ['sf/indeks.json', 'no-article', /no article/]
  ],
  passedBy: { '.png': 1, '.yaml': 1 }
})
