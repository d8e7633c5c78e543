// - each way of quoting gives the words without marks, dash and comma, the cue and the speaker
// - what looks like a quote and is none gives nothing
// - pronouns, roles and questions get a speaker where there is one possible, and none where there are two
// - a speaker among the given mentions has its entity

import t, { type Test } from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { extractQuotes } from '../../src/quotes/extract-quotes.js'
import { resolveMarked } from '../entities/marked.js'

/** `d Kari Moe: Vi vant` for each quote of a text; `-` where it has no speaker. */
const found = (text: string): string[] =>
  extractQuotes(text, readText(text)).map(
    (quote) => `${quote.kind[0]} ${quote.speaker?.text ?? '-'}: ${quote.text}`
  )

const examples = (t: Test, texts: Readonly<Record<string, readonly string[]>>): void => {
  for (const [text, quotes] of Object.entries(texts)) t.strictSame(found(text), quotes, text)
  t.end()
}

t.test('the speech dash', (t) => {
  examples(t, {
    '– Vi vant, sier Kari Moe.': ['d Kari Moe: Vi vant'],
    '- Vi vant. Endelig! jubler trener Kari Moe til NTB.': ['d Kari Moe: Vi vant. Endelig!'],
    '– Vi vant, sier Kari Moe. – Endelig.': ['d Kari Moe: Vi vant', 'd Kari Moe: Endelig.'],
    '– Vi vant, sa Kari Moe, – og det var på tide.': [
      'd Kari Moe: Vi vant',
      'd Kari Moe: og det var på tide.'
    ],
    '– Vi vant, sier Kari Moe. Hun smiler.': ['d Kari Moe: Vi vant'],
    'Kari Moe er glad. – Vi vant, sier hun.': ['d Kari Moe: Vi vant'],
    'Leder av laget Kari Moe var der. – Vi vant, sa hun.': ['d Kari Moe: Vi vant'],
    '– Laget vant, og alle som var der, får billett, sier Kari Moe.': [
      'd Kari Moe: Laget vant, og alle som var der, får billett'
    ],
    '– Nå må de stanse!, Kari Moe.': ['d Kari Moe: Nå må de stanse!'],
    'Kulderekord: – 20,9 grader, målt i Bodø.': [],
    '– Vi vant – det er sikkert – i går, la Kari Moe til.': ['d Kari Moe: Vi vant – det er sikkert – i går'],
    '– Nå, sier Kari Moe, må vi handle. Hun smiler.': ['d Kari Moe: Nå', 'd Kari Moe: må vi handle'],
    '– Jeg tror, sier Kari Moe, at det går bra.': ['d Kari Moe: Jeg tror', 'd Kari Moe: at det går bra'],
    '– Vi er, sier Kari Moe, helt enige.': ['d Kari Moe: Vi er', 'd Kari Moe: helt enige'],
    '– Vi vant, sier Kari Moe, trener for laget.': ['d Kari Moe: Vi vant'],
    '– Det er det vi har, sier Kari Moe, daglig leder.': ['d Kari Moe: Det er det vi har'],
    '– Vi vant, sier lege Kari Talsnes muntert.': ['d Kari Talsnes: Vi vant'],
    '– Laget vant, tordna leiar Kari Moe i går.': ['d Kari Moe: Laget vant'],
    'Men trener Kari Moe er ikke imponert: – Laget tapte igjen.': ['d Kari Moe: Laget tapte igjen.'],
    'Kari Moe er imponert av Per Lie: – Laget tapte igjen.': ['d -: Laget tapte igjen.'],
    '– «Alle er like», sier Kari Moe.': ['d Kari Moe: Alle er like'],
    '– Jeg er lurt, sier en ansatt som ønsker å være anonym.': ['d -: Jeg er lurt'],
    '– Eg veit ikkje, seier Oddny Sæbø ved hotellet.': ['d Oddny Sæbø: Eg veit ikkje'],
    '– Da jeg kom hjem, spurte han meg om alt, sier Kari Moe.': [
      'd Kari Moe: Da jeg kom hjem, spurte han meg om alt'
    ],
    '– Når prisen stiger, øker frustrasjonen, mener Per Dahl.': [
      'd Per Dahl: Når prisen stiger, øker frustrasjonen'
    ],
    '– Da jeg kom hjem, var huset borte, forteller Ola Nes.': ['d Ola Nes: Da jeg kom hjem, var huset borte'],
    '– Vi er klare, men dersom laget taper, jubler ingen i byen, påpeker trener Kari Moe.': [
      'd Kari Moe: Vi er klare, men dersom laget taper, jubler ingen i byen'
    ],
    '– Når det skjer, svarer laget, forklarer hun.': ['d -: Når det skjer, svarer laget'],
    '– Når jeg vil, svarer Kari Moe.': ['d Kari Moe: Når jeg vil'],
    '– Vi vant, medgir lederen i laget, Kari Moe.': ['d Kari Moe: Vi vant'],
    'Kari Moe:\n\n– Vi vant.': ['d Kari Moe: Vi vant.'],
    'Kari Moe til NTB: – Vi vant': ['d Kari Moe: Vi vant'],
    'Kari Moe (42) om seieren: – Vi vant': ['d Kari Moe: Vi vant'],
    '– Vi vant i går.\n\nDet sier Kari Moe til NTB.': ['d Kari Moe: Vi vant i går.']
  })
})

t.test('quotation marks', (t) => {
  examples(t, {
    '«Vi vant», sier Kari Moe.': ['d Kari Moe: Vi vant'],
    '"Vi vant," sier Kari Moe. "Endelig!"': ['d Kari Moe: Vi vant', 'd Kari Moe: Endelig!'],
    '“Vi vant i går”, sier Kari Moe, “på den beste måten.”': [
      'd Kari Moe: Vi vant i går',
      'd Kari Moe: på den beste måten.'
    ],
    '„Hvorfor det?“ spurte Kari Moe.': ['d Kari Moe: Hvorfor det?'],
    '»Vi vant i går«, sier Kari Moe.': ['d Kari Moe: Vi vant i går'],
    "'Vi vant i går', sier Kari Moe.": ['d Kari Moe: Vi vant i går'],
    '‘Vi kalles «bøndene», men vi vant’, sier Kari Moe.': ['d Kari Moe: Vi kalles «bøndene», men vi vant'],
    "Lars' lag og Jonas' lag vant, sier Kari Moe.": ["r Kari Moe: Lars' lag og Jonas' lag vant"],
    'Kari Moe skriver: «Vi vant, og vi er glade.»': ['d Kari Moe: Vi vant, og vi er glade.'],
    'Kari Moe sier at «laget er svært godt».': ['d Kari Moe: laget er svært godt'],
    '«De kaller oss «bøndene», men vi vant», sier Kari Moe.': [
      'd Kari Moe: De kaller oss «bøndene», men vi vant'
    ]
  })
})

t.test('reported speech', (t) => {
  examples(t, {
    'Kari Moe sier at laget vant.': ['r Kari Moe: laget vant'],
    'Dessuten påpeker Kari Moe at laget vant, og at det var på tide.': [
      'r Kari Moe: laget vant, og at det var på tide'
    ],
    'Kari Moe har tidligere sagt til avisen at laget skal vinne.': ['r Kari Moe: laget skal vinne'],
    'Kari Moe beklager at laget tapte.': ['r Kari Moe: laget tapte'],
    'Laget vant til slutt, sa NRK-kommentator Kari Moe.': ['r Kari Moe: Laget vant til slutt'],
    'Kari Moe la til at laget vant.': ['r Kari Moe: laget vant'],
    'Kari Moe mener det er rettferdig.': ['r Kari Moe: det er rettferdig'],
    'Kari Moe sier at laget vant, men tror ikke på gull.': ['r Kari Moe: laget vant'],
    'Kari Moe sa at laget er klart til kamp, ifølge Reuters.': ['r Kari Moe: laget er klart til kamp'],
    'Kari Moe sier at laget er «helt klart», skriver Nationen.': ['r Kari Moe: laget er «helt klart»'],
    'Kari Moe sier at «alt er klart», skriver Nationen.': ['d Kari Moe: alt er klart'],
    'Kari Moe er lei, og mener spillerne svikter.': ['r Kari Moe: spillerne svikter'],
    'Kari Moe mener regjeringen somler.': ['r Kari Moe: regjeringen somler'],
    'Laget tapte. Kari B. Moe mener at laget vant.': ['r Kari B. Moe: laget vant'],
    'Kari Moe sier til avisen: Laget vant.': ['r Kari Moe: Laget vant'],
    'Politiet advarer: Svindlere ringer på': ['r Politiet: Svindlere ringer på'],
    'Les også: Hundre stemmer sier: Laget vant': [],
    'Legg til at du må betale.': [],
    'Da Kari Moe sa at laget tapte, ble det stille.': ['r Kari Moe: laget tapte'],
    'Laget er «helt klart», opplyser Kari Moe.': ['r Kari Moe: Laget er «helt klart»'],
    'Kari Moe oversatte: «Det ordet betyr ikke det dere tror det gjør».': [],
    'Her har det vært et overfall i natt. Det mener politiet har et preg av hat.': [
      'r -: politiet har et preg av hat'
    ],
    'Kongen sa at alle hører til, og paven mener at alle er like.': [
      'r Kongen: alle hører til',
      'r paven: alle er like'
    ],
    'Kari Moe twitret at laget vant.': ['r Kari Moe: laget vant'],
    'Ifølge politiet er to personer skadd.': ['r politiet: er to personer skadd'],
    'Journalist: Ole Berg\nBilene sto i kø.': [],
    'Det kan ta mange år, mener forskerne.': ['r forskerne: Det kan ta mange år'],
    'To personer er skadd, ifølge Oslo kommune.': ['r Oslo kommune: To personer er skadd'],
    'To personer skal ifølge politiet være skadd.': [
      'r politiet: To personer skal',
      'r politiet: være skadd'
    ],
    'To personer er skadd, opplyser politiet til NTB.': ['r politiet: To personer er skadd'],
    'Ifølge Kari Moe, som leder laget, vant de.': ['r Kari Moe: vant de'],
    'Ifølge avisens kilder vant laget.': ['r -: vant laget'],
    'Etter det Dagbladet erfarer, slutter Kari Moe.': ['r Dagbladet: slutter Kari Moe'],
    'Kari Moe slutter, skal man tro Dagbladet.': ['r Dagbladet: Kari Moe slutter'],
    'Laget er klart, sier Kari Moe, som leder det.': ['r Kari Moe: Laget er klart'],
    'Jeg tror vi vinner, sa Kari Moe.': ['r Kari Moe: Jeg tror vi vinner'],
    'Det er ventet etter at trener Kari Moe varslet at laget slutter.': ['r Kari Moe: laget slutter'],
    'Men nå lover altså Kari Moe at laget vinner.': ['r Kari Moe: laget vinner'],
    'Tidligere trener Kari Moe mener at laget taper.': ['r Kari Moe: laget taper'],
    'Kari Moe avviser påstander om at laget taper.': [],
    'Kari Moe er opptatt av at laget vinner.': ['r Kari Moe: laget vinner'],
    'Kari Moe sier hennes lag taper.': ['r Kari Moe: hennes lag taper'],
    'Vi er klare, lyder det fra Kari Moe.': ['r Kari Moe: Vi er klare'],
    'Ifølgje Oddny Sæbø kjem ferja i morgon.': ['r Oddny Sæbø: kjem ferja i morgon'],
    'Oddny Sæbø meiner at ferja kjem.': ['r Oddny Sæbø: ferja kjem']
  })
})

t.test('speakers that another sentence names', (t) => {
  examples(t, {
    'Per Lie er syk. Daglig leder Kari Moe driver laget. Hun forteller at det går bra.': [
      'r Kari Moe: det går bra'
    ],
    'Naboen, Kari Moe (71), så det. – Det smalt, sier hun.': ['d Kari Moe: Det smalt'],
    'Kari Moe møtte Anne Lie. – Vi vant, sier Moe.\n\nAnne Lie og Kari Moe kom. – Endelig, sier hun.': [
      'd Moe: Vi vant',
      'd Moe: Endelig'
    ],
    '– Vi vant, sier Kari Moe.\n\n– Det var på tide.': [
      'd Kari Moe: Vi vant',
      'd Kari Moe: Det var på tide.'
    ],
    '– Tapte dere? spør Per Lie.\n\n– Nei, vi vant.': ['d Per Lie: Tapte dere?', 'd -: Nei, vi vant.'],
    '– Vi vant, sier Kari Moe, og legger til at laget er slitent.': [
      'd Kari Moe: Vi vant',
      'r Kari Moe: laget er slitent'
    ],
    '– Vant endelig\n\nKampen var jevn.\n\n– Det var endelig vår dag, sier Kari Moe.': [
      'd Kari Moe: Vant endelig',
      'd Kari Moe: Det var endelig vår dag'
    ],
    '– Hvem vant?\n\n– Det gjorde vi, sier Kari Moe.': ['d -: Hvem vant?', 'd Kari Moe: Det gjorde vi']
  })
})

t.test('reported speech without a plain subject, verb and clause', (t) => {
  examples(t, {
    'I diskusjonen skal Kari Moe ha sagt at laget vant.': ['r Kari Moe: laget vant'],
    'Kari Moe sa den gangen at laget vant.': ['r Kari Moe: laget vant'],
    'Kari Moe er sikker på at laget vinner.': ['r Kari Moe: laget vinner'],
    'Kari Moe har gjort det klart at laget vinner.': ['r Kari Moe: laget vinner'],
    'Kari Moe opplyser å ha vunnet.': ['r Kari Moe: å ha vunnet'],
    'Kari Moe tror klubben vinner serien.': ['r Kari Moe: klubben vinner serien'],
    'I meldingen heter det at brua er stengt.': ['r -: brua er stengt'],
    'Kari Moe sier at brua er stengt, skriver Nordlys.': ['r Kari Moe: brua er stengt'],
    'Brua er stengt på ubestemt tid, melder det tyrkiske nyhetsbyrået.': [
      'r det tyrkiske nyhetsbyrået: Brua er stengt på ubestemt tid'
    ],
    'Brua er ifølge lokale medier stengt.': ['r -: Brua er', 'r -: stengt'],
    'Ifølge rapporten er brua stengt.': ['r -: er brua stengt'],
    'Brua er stengt fra i dag av. Det skriver Oslo kommune.': ['r Oslo kommune: Brua er stengt fra i dag av'],
    'Politiet: To er skadd i Drammen\n\nDe ble funnet i går.': ['r Politiet: To er skadd i Drammen']
  })
})

t.test('no quotes', (t) => {
  const texts = [
    'Romanen «Sult» kom i 1890. I «Pan» skrev Hamsun om skogen.',
    'De kaller ham «kongen av Bislett», og ordet «dyrtid» er gammelt.',
    'Han kjøpte bil – en gammel en – og dro.',
    'Ta med:\n- Vann og mat\n- Varme klær',
    '- Pris: 310 mill.\n- Arkitekt: Kari Moe AS.',
    'Hva gjør vi?\n– Gi lærerne tid.\n– Gi elevene bøker.',
    'Ifølge planen blir to bruer stengt.',
    'Kari Moe sier det for at alle skal høre. Det vil si at hun roper.',
    'Kari Moe og Per Lie kom. Praten tok til, med en gang, nevnte noe om vær.',
    'Kari Moe mener alvor. Hun sier ja. Hun sier ikke at det er feil.',
    'Kari Moe fortalte historien om bonden som var alene.',
    'Filmen sier at livet er kort.',
    'Bok: «Ingen går hjem i kveld»',
    '19. – 20. april er det fest.',
    'Kari Moe sa «»'
  ]
  examples(t, Object.fromEntries(texts.map((text) => [text, []])))
})

t.test('who speaks', (t) => {
  examples(t, {
    'Statssekretær Paul Lie kom.\n\n– Vi ser på det, sier statssekretæren.': ['d Paul Lie: Vi ser på det'],
    'Paul Lie og Per Moe kom.\n\n– Vi ser på det, sier han.': ['d -: Vi ser på det'],
    'Paul Lie og Kari Moe kom.\n\n– Vi ser på det, sier hun.': ['d Kari Moe: Vi ser på det'],
    'Foto: Per Moe\n\nPaul Lie kom.\n\n– Vi ser på det, sier han.': ['d Paul Lie: Vi ser på det'],
    'En mann ble skutt. Paul Lie så det.\n\n– Det smalt, sier han.': ['d -: Det smalt'],
    '– Vi ser på det, sier forfatteren.': ['d -: Vi ser på det'],
    '– Vi ser på det, sier helseministeren.': ['d helseministeren: Vi ser på det'],
    '– Vi ser på det, sier en nabo.': ['d -: Vi ser på det'],
    '– Ja, sier Paul Lie.\n\n– Når?\n\n– I morgen tidlig.': [
      'd Paul Lie: Ja',
      'd -: Når?',
      'd Paul Lie: I morgen tidlig.'
    ],
    '– Vi ser på det, sa direktør for forskning i KS, Kari Moe.': ['d Kari Moe: Vi ser på det'],
    '– Vi ser på det, sier Weidemann Prestmo.': ['d Weidemann Prestmo: Vi ser på det'],
    '– Vi ser på det, sier Arbeiderpartiets Kari Moe.': ['d Kari Moe: Vi ser på det'],
    'Advokat Kari Moe kom.\n\nNaboen hørte skrik. – Det var fælt, sier hun.': ['d -: Det var fælt'],
    'Kari Moes partifelle Per Lie mener at avtalen er god.': ['r Per Lie: avtalen er god'],
    '– Vi ser på det, svarer Kari Moes advokat, Per Lie.': ['d Per Lie: Vi ser på det'],
    '– Vi ser på det, svarer Kari Moes kollega Per Lie.': ['d Per Lie: Vi ser på det'],
    '– Vi ser på det, sier Kari Moes far.': ['d -: Vi ser på det'],
    '– Vi ser på det, sier Lars til avisa.': ['d Lars: Vi ser på det'],
    'Kari Moes rådgiver, Per Lie, sier at saken er avsluttet.': ['r Per Lie: saken er avsluttet'],
    'Kari Moe (22) og Per Lie (23) forteller at de er glade.': ['r -: de er glade']
  })
})

t.test('who speaks where others are named', (t) => {
  const moe = { slug: 'kari-moe', name: 'Kari Moe', type: 'person', mayBeGenitive: false } as const
  const lie = { slug: 'anne-lie', name: 'Anne Lie', type: 'person', mayBeGenitive: false } as const
  const nav = { slug: 'nav', name: 'Nav', type: 'organisation', mayBeGenitive: false } as const
  const entities = [moe, lie, nav]
  const speakers = (text: string): (string | undefined)[] => {
    const mentions = entities
      .flatMap(({ name, type }, entity) =>
        [...text.matchAll(new RegExp(name, 'g'))].map(({ index: start }) => {
          return { start, end: start + name.length, entity, type, name, confidence: 1 }
        })
      )
      .sort((a, b) => a.start - b.start)
    return extractQuotes(text, readText(text), { entities, mentions }).map(({ speaker }) => speaker?.text)
  }
  t.same(speakers('Rektor Kari Moe traff Anne Lie i går. Hun sier at det er bra.'), ['Kari Moe'])
  t.same(speakers('Kari Moe kritiserer Anne Lie, men hun mener det er bra.'), ['Kari Moe'])
  t.same(speakers('Moren til Kari Moe traff Anne Lie. Hun sier at det er bra.'), [undefined])
  t.same(speakers('– Ja, sier Kari Moe.\n\nPå spørsmål om Anne Lie svarer hun at det er bra.'), [
    'Kari Moe',
    'Kari Moe'
  ])
  t.same(speakers('Det kom melding fra Nav. De mistenker at det er feil.'), ['Nav'])
  t.same(speakers('Nav og Kari Moe er uenige. De mener at det er feil.'), [undefined])
  t.same(speakers('Kari Moe er syk.\n\nLES OGSÅ: Anne Lie er frisk\n\nHun sier at det er feil.'), [
    'Kari Moe'
  ])
  t.same(speakers('Kari Moe er syk.\n\n– Det er Kari Moe som er best i dag og alle dager.'), [undefined])
  t.same(speakers('– Ja, sier Kari Moe, og legger til:\n\n– Det er bra.'), ['Kari Moe', 'Kari Moe'])
  t.end()
})

t.test('speakers at the end of a sentence, with a verb that no list has', (t) => {
  examples(t, {
    '– Vi vant, flirtekviskrer Kari Moe.': ['d Kari Moe: Vi vant'],
    '– Vi vant, Kari Moe.': ['d Kari Moe: Vi vant'],
    '– Vi vant etter at de slo Kari Moe.': ['d -: Vi vant etter at de slo Kari Moe.']
  })
})

t.test('titles that take up each other', (t) => {
  examples(t, {
    'Forsvarsminister Kari Moe kom.\n\n– Vi vant, sier statsråden.': ['d Kari Moe: Vi vant'],
    'SV-leder Kari Moe kom.\n\n– Vi vant, sier partilederen.': ['d Kari Moe: Vi vant']
  })
})

t.test('documents speak for who made them', (t) => {
  const speakers = (marked: string): (string | undefined)[] => {
    const { text, ...named } = resolveMarked(marked)
    return extractQuotes(text, readText(text), named).map(({ speaker }) =>
      speaker?.entity === undefined ? undefined : named.entities[speaker.entity]!.name
    )
  }
  t.same(speakers('Prisen stiger i år, heter det i en rapport fra [O Difo].'), ['Difo'])
  t.same(speakers('Ifølge en undersøkelse gjort av byrået [O Difo] stiger prisen.'), ['Difo'])
  t.same(
    speakers('[O Difo]-rapporten sier at prisen stiger. Den faller snart igjen, heter det i rapporten.'),
    ['Difo', 'Difo']
  )
  t.same(speakers('Prisen stiger i år, heter det i rapporten. [O Difo] tier.'), [undefined])
  t.same(speakers('[O Difo]-lederen sier at prisen stiger.'), [undefined])
  t.end()
})

t.test('entities', (t) => {
  const text = 'KMDs Ola kom.\n\n– Vi ser på det, sier Ola.\n\nHan sier at KMD er i gang.'
  const entities = [
    { slug: 'ola', name: 'Ola', type: 'person', mayBeGenitive: false },
    { slug: 'kmd', name: 'KMD', type: 'organisation', mayBeGenitive: false }
  ] as const
  const mention = (from: number, entity: 0 | 1) => {
    const { name, type } = entities[entity]
    const start = text.indexOf(name, from)
    return { start, end: start + name.length, entity, type, name, confidence: 1 }
  }
  const mentions = [mention(0, 0), mention(20, 0), mention(20, 1)]
  const quotes = extractQuotes(text, readText(text), { entities, mentions })
  t.strictSame(
    quotes.map(({ speaker }) => speaker),
    [
      { text: 'Ola', start: 37, end: 40, entity: 0 },
      { text: 'Ola', start: 37, end: 40, entity: 0 }
    ]
  )
  t.end()
})

t.test('epithets with a name of their own', (t) => {
  const speakers = (source: string): (string | undefined)[] => {
    const { text, entities, mentions } = resolveMarked(source)
    return extractQuotes(text, readText(text), { entities, mentions }).map(({ speaker }) =>
      speaker?.entity === undefined ? undefined : entities[speaker.entity]!.name
    )
  }
  t.same(speakers('[P Per Lie] kom. – Ja, sier han. [P Kari Moe] lo. – Nei, sier [O Vik]-sjefen.'), [
    'Per Lie',
    'Kari Moe'
  ])
  t.same(
    speakers('– Ja, sa Vik-sjef [P Per Lie].\n– Spør [P Kari Moe]\n– Nei, sier [O Vik]-sjefen.').slice(-1),
    ['Per Lie'],
    'who has the title'
  )
  t.end()
})

t.test('evidence', (t) => {
  const text = '– Vi vant, la Kari Moe til.'
  t.strictSame(extractQuotes(text, readText(text)), [
    {
      kind: 'direct',
      text: 'Vi vant',
      start: 2,
      end: 9,
      speaker: { text: 'Kari Moe', start: 14, end: 22 },
      cue: { text: 'la', start: 11, end: 13 },
      confidence: 0.99
    }
  ])
  t.end()
})
