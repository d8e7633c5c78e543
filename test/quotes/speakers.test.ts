// - whom speech names to speak to does not say it, and does not end it
// - a headline is what its first words say only where they name a medium, or somebody whom the text has say more
// - an interviewer asks with a dash or without; who answers is who spoke before, if that is one person
// - a pronoun means who takes a stance before it, a noun whom the text calls so; what owns or is like a person is not
//   that person

import t from 'tap'
import { examples } from './found.js'

t.test('who is spoken to', (t) => {
  examples(t, {
    '– Vi har ikke råd, Torunn. Taket lekker, svarte ordfører Per Nymo.': [
      'd Per Nymo: Vi har ikke råd, Torunn. Taket lekker'
    ],
    '– Vi har ikkje råd, [P Torunn Vik]. Taket lek, svara ordførar [P Per Nymo].': [
      'd Per Nymo: Vi har ikkje råd, Torunn Vik. Taket lek'
    ],
    '– Kom igjen, Torunn! Nå må du løpe, ropte [P Per Nymo].': [
      'd Per Nymo: Kom igjen, Torunn! Nå må du løpe'
    ],
    '– Slapp av, gode Kari Moe. Det går bra, sa [P Per Nymo].': [
      'd Per Nymo: Slapp av, gode Kari Moe. Det går bra'
    ],
    '– Takk for alt, Torunn.': ['d -: Takk for alt, Torunn.'],
    // Who says it stands at the end.
    '– Vi vant, Kari Moe.': ['d Kari Moe: Vi vant'],
    '– Vi vant, Kari Moe. – Endelig.': ['d Kari Moe: Vi vant', 'd Kari Moe: Endelig.']
  })
})

t.test('what a headline is about', (t) => {
  examples(t, {
    '[O Stortinget]: Flertall for å fjerne avgiften\n\nDet ble klart i går.': [],
    '[O Hurtigruten]: 80 mister jobben\n\nSelskapet kutter.': [],
    '[O Equinor]: Rekordresultat i tredje kvartal\n\n[O Equinor] opplyser at prisen steg.': [
      'r Equinor: prisen steg'
    ],
    '[O Ap]: Full krise på målingen\n\nPartiet fell.': [],
    '[P Per Lie]: Mannen bak seieren\n\nHan er trener.': [],
    // Who says it.
    '[O Reuters]: Enighet i USA\n\nDet ble klart i går.': ['r Reuters: Enighet i USA'],
    '[O Dagsavisen]: Full krise på målingen\n\nPartiet faller.': ['r Dagsavisen: Full krise på målingen'],
    '[O Vardal]: Vi må kutte mer\n\nSelskapet kutter.': ['r Vardal: Vi må kutte mer'],
    '[O NAF]: Overrasket og skuffet\n\n[O NAF] mener at prisen stiger.': [
      'r NAF: Overrasket og skuffet',
      'r NAF: prisen stiger'
    ],
    '[P Per Lie]: Prisen må ned\n\nHan er leder.': ['r Per Lie: Prisen må ned'],
    '[P Per Lie]: Fullt trykk\n\n– Nå må prisen ned, sier [P Per Lie].': [
      'r Per Lie: Fullt trykk',
      'd Per Lie: Nå må prisen ned'
    ]
  })
})

t.test('questions of an interviewer', (t) => {
  examples(t, {
    'Vi møtte [P Kari Moe].\n\nHva gjør du nå?\n\n– Jeg spiller.\n\nEr du nervøs?\n\n– Alltid.\n\nByen sparer. Hva tenker du?\n\n– Leit.':
      ['d Kari Moe: Jeg spiller.', 'd Kari Moe: Alltid.', 'd Kari Moe: Leit.'],
    'Eg møtte [P Kari Moe].\n\n1. Kva les du?\n\n– Bøker.\n\n2. Kvifor det?\n\n– Det er gøy.': [
      'd Kari Moe: Bøker.',
      'd Kari Moe: Det er gøy.'
    ],
    '[P Kari Moe] svarer.\n\n– Hva leser du nå?\n\n– [P Ibsen].\n\n– Hvorfor det?\n\n– Han er god.': [
      'd -: Hva leser du nå?',
      'd Kari Moe: Ibsen.',
      'd -: Hvorfor det?',
      'd Kari Moe: Han er god.'
    ],
    // Two have been heard.
    '– Ja, sier [P Kari Moe].\n\n– Nei, sier [P Per Lie].\n\nHva nå?\n\n– Jeg vet ikke.': [
      'd Kari Moe: Ja',
      'd Per Lie: Nei',
      'd -: Jeg vet ikke.'
    ],
    'Dagens dikt\n\n– [P Kari Moe].': []
  })
})

t.test('whom a pronoun means', (t) => {
  examples(t, {
    '[P Per Lie] sier at veien er trygg. Analytiker [P Tor Vik] er ikke enig. Veien er farlig, mener han.': [
      'r Per Lie: veien er trygg',
      'r Tor Vik: Veien er farlig'
    ],
    '[P Per Lie] seier at vegen er trygg. Også [P Tor Vik] i [O Vy] reagerer.\n\n– Vegen er farleg, meiner han.':
      ['r Per Lie: vegen er trygg', 'd Tor Vik: Vegen er farleg'],
    '[P Per Lie] sier at veien er trygg. [P Tor Vik] er skuffet.\n\n– Veien er farlig, sier byplanleggeren.':
      ['r Per Lie: veien er trygg', 'd Tor Vik: Veien er farlig'],
    '– Godt, fortel [P Oddgeir Nes]. Han har med seg dottera [P Malin].\n\n– Far er streng, ler ho.': [
      'd Oddgeir Nes: Godt',
      'd Malin: Far er streng'
    ],
    '[P Kari Moe] er frå Voss. Ho hugsar då dottera kom.\n\n– Eg gret, seier ho.': ['d Kari Moe: Eg gret'],
    '[P Kari Moe] gikk tur med hunden [P Balder].\n\n– Jeg så øyet, sier hun.': ['d Kari Moe: Jeg så øyet']
  })
})

t.test('whom a noun means', (t) => {
  examples(t, {
    'Prisen stiger, ifølge [O SSB]. Avisen [O Utsyn] er uenig. – Prisen faller, skriver avisa.': [
      'r SSB: Prisen stiger',
      'd Utsyn: Prisen faller'
    ],
    'Prisen stiger nå, melder [O Utsyn]. Den faller snart, skriver avisa.': [
      'r Utsyn: Prisen stiger nå',
      'r Utsyn: Den faller snart'
    ],
    '[O Avinor] får kritikk av [P Per Lie].\n\n«Vi ser på [O Nav]», skriver selskapet.': [
      'd Avinor: Vi ser på Nav'
    ],
    '[O Mattilsynet] er på saken.\n\n«Vi beklager dette», skriver selskapet.': ['d -: Vi beklager dette'],
    'Kona til ordføreren, [P Per Lie], vant.\n\n– Så godt, sier ordføreren.': ['d Per Lie: Så godt'],
    '[P Kari Moe] lo. Biolog [P Per Lie] har sett hvalen.\n\n– Den er stor, sier forskeren.': [
      'd Per Lie: Den er stor'
    ]
  })
})

t.test('who owns or is compared with does not speak', (t) => {
  examples(t, {
    "Paret går nå hver til sitt. Det bekrefter [P Kari Aas]' manager overfor VG.": [
      'r -: Paret går nå hver til sitt'
    ],
    'Hun skriver setninger som klirrer i natten. Det minner om [P Per Lie].': [],
    'Hun skriver setninger som klirrer i natten. Det minner [P Per Lie] om.': [
      'r Per Lie: Hun skriver setninger som klirrer i natten'
    ]
  })
})

t.test('a longer name or phrase', (t) => {
  examples(t, {
    '«Vi kjenner ikke til det», heter det i en e-post fra rådgiver [P Per Lie].': [
      'd Per Lie: Vi kjenner ikke til det'
    ],
    '[O Borgarting lagmannsrett] har talt. Lagmannsretten sier at dommen står.': [
      'r Borgarting lagmannsrett: dommen står'
    ],
    '[P Kari Moe] vant.\n\n– Så godt, seier Førde-jenta til [O Utsyn].': ['d Kari Moe: Så godt'],
    '[P Per Lie] vann.\n\n– Så godt, seier jærbuen.': ['d Per Lie: Så godt'],
    '[P Per Lie] vann.\n\n– Så godt, seier amerikanaren.': ['d Per Lie: Så godt'],
    '[P Per Lie] sier at prisen stiger.': ['r Per Lie: prisen stiger']
  })
})
