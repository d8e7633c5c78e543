// - a verb of no list, a phrase without a verb of saying and fixed words before *at* tell who speaks, and what is said
// - what a clause of the speech says and what is asked is no cue; the cue tells what the speaker denies
// - a statement begins behind its dateline, and behind what leads up to it
// - a manner of speaking is a cue in both standards; the time of day, a colon and what leads up to marks are not said
// - a title is whom the text begins with, or nobody's; the only person of a text is meant by what the person does

import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { extractQuotes } from '../../src/quotes/extract-quotes.js'
import { isDenial } from '../../src/quotes/words/speech-verbs.js'
import { examples } from './found.js'

t.test('a cue with a verb that no list has, or none', (t) => {
  examples(t, {
    '– Vi vant, gliste trener Kari Moe til Havbladet.': ['d Kari Moe: Vi vant'],
    '– Vi vant, gispet vinneren til Havbladet etter løpet.': ['d -: Vi vant'],
    '– Vi vant, formulerer Kari Moe det.': ['d Kari Moe: Vi vant'],
    '– Vi vann, skyt Kari Moe inn.': ['d Kari Moe: Vi vann'],
    '– Vi vann, held Kari Moe fram.': ['d Kari Moe: Vi vann'],
    '– Vi vann, skreik Kari Moe.': ['d Kari Moe: Vi vann'],
    '– Vi venter, undres Kari Moe.': ['d Kari Moe: Vi venter'],
    'Kari Moe kom. – Hold dere inne, er hennes klare råd.': ['d Kari Moe: Hold dere inne'],
    'Kari Moe kom. – Vi er ferdige, er alt hun vil si om saken.': ['d Kari Moe: Vi er ferdige'],
    '– Vi er ferdige, er det eneste Kari Moe vil si.': ['d Kari Moe: Vi er ferdige'],
    '– Vi er ferdige, lyder den korte kommentaren fra Kari Moe.': ['d Kari Moe: Vi er ferdige'],
    '«Vi er ferdige», lød svaret fra Kari Moe.': ['d Kari Moe: Vi er ferdige'],
    // What a clause of the speech itself says.
    'Kari Moe kom. – Slik det er nå, er rådet delt.': ['d Kari Moe: Slik det er nå, er rådet delt.'],
    'Kari Moe kom. – Når han er borte, er det alt vi har.': [
      'd Kari Moe: Når han er borte, er det alt vi har.'
    ],
    'Kari Moe kom. – Da laget tapte, gikk trenerne til kantina.': [
      'd Kari Moe: Da laget tapte, gikk trenerne til kantina.'
    ]
  })
})

t.test('more ways to report', (t) => {
  examples(t, {
    'Kari Moe gir klart uttrykk for at prisen stiger.': ['r Kari Moe: prisen stiger'],
    'Kari Moe tviler på at prisen stiger.': ['r Kari Moe: prisen stiger'],
    'Kari Moe avkrefter at prisen stiger.': ['r Kari Moe: prisen stiger'],
    'Kari Moe utelukker at prisen stiger.': ['r Kari Moe: prisen stiger'],
    'Kari Moe ba om at veien ble stengt.': ['r Kari Moe: veien ble stengt'],
    'Kari Moe ba om at veien ble stengt og gikk hjem.': ['r Kari Moe: veien ble stengt'],
    'Kari Moe ba om at veien ble stengt og ble ryddet.': ['r Kari Moe: veien ble stengt og ble ryddet'],
    'Kari Moe kan opplyse at prisen stiger.': ['r Kari Moe: prisen stiger'],
    'Kari Moe vil ikke utelukke at prisen stiger.': ['r Kari Moe: prisen stiger'],
    'Kari Moe understreket i går kveld at prisen stiger.': ['r Kari Moe: prisen stiger'],
    'Kari Moe håper veien åpner igjen.': ['r Kari Moe: veien åpner igjen'],
    'Kari Moe frykter veien blir stengt.': ['r Kari Moe: veien blir stengt'],
    // What nobody says.
    'Kari Moe vil ikke si at prisen stiger.': [],
    'Kari Moe sier ikke at prisen stiger.': [],
    'Balanse vil si at vi ikke bruker mer enn vi har.': [],
    'Kari Moe ba om en pause.': [],
    'Kari Moe tviler på planen som sier at.': [],
    // What was asked, and what a colon announces.
    'På spørsmål om veien er trygg, svarer Kari Moe: – Nei, slett ikke.': ['d Kari Moe: Nei, slett ikke.'],
    'På spørsmål om veien er trygg, svarer Kari Moe nei.': []
  })
})

t.test('what is denied, told by its cue', (t) => {
  const cues: Record<string, [cue: string, isDenial: boolean]> = {
    'Kari Moe avviser at prisen stiger.': ['avviser', true],
    'Kari Moe har avvist at prisen stiger.': ['avvist', true],
    'Kari Moe benektet i går kveld at prisen stiger.': ['benektet', true],
    'Kari Moe avkrefter at prisen stiger.': ['avkrefter', true],
    'Kari Moe utelukker at prisen stiger.': ['utelukker', true],
    'Kari Moe tviler på at prisen stiger.': ['tviler', true],
    'Kari Moe avviser ikke at prisen stiger.': ['avviser ikke', false],
    'Kari Moe vil ikke utelukke at prisen stiger.': ['ikke utelukke', false],
    'Kari Moe sier at prisen stiger.': ['sier', false]
  }
  for (const [text, [cue, denied]] of Object.entries(cues)) {
    const [quote] = extractQuotes(text, readText(text))
    t.match(quote, { text: 'prisen stiger', cue: { text: cue } }, text)
    t.equal(isDenial(cue), denied, text)
  }
  t.end()
})

t.test('datelines', (t) => {
  examples(t, {
    'SKIEN (NTB): Prisen på fisk stiger, skriver [O Havbladet].': ['r Havbladet: Prisen på fisk stiger'],
    'Skien (NTB) – Prisen på fisk stiger, skriver [O Havbladet].': ['r Havbladet: Prisen på fisk stiger'],
    'Skien (NTB): Prisen på fisk stiger i dag. Det skriver [O Havbladet].': [
      'r Havbladet: Prisen på fisk stiger i dag'
    ],
    '[L Skien]: Prisen på fisk stiger i dag, skriver [O Havbladet].': [
      'r Havbladet: Prisen på fisk stiger i dag'
    ],
    '[L Skien]: Prisen på fisk stiger i dag. Det skriver [O Havbladet].': [
      'r Havbladet: Prisen på fisk stiger i dag'
    ]
  })
})

t.test('what leads up to a statement', (t) => {
  examples(t, {
    '[O Venstre]: Skolen trenger flere lærere, mener [P Kari Moe].': [
      'r Kari Moe: Skolen trenger flere lærere'
    ],
    'Byråd: Skolen trenger flere lærere, mener [P Kari Moe].': ['r Kari Moe: Skolen trenger flere lærere'],
    '[P Kari Moe] var i byen forrige uke: Jeg har aldri sett noe lignende, sier hun.': [
      'r Kari Moe: Jeg har aldri sett noe lignende'
    ],
    // What is said itself.
    'Én ting er sikkert: Vi skal vinne kampen, sier [P Kari Moe].': [
      'r Kari Moe: Én ting er sikkert: Vi skal vinne kampen'
    ],
    '[P Per Lie] har sagt det tydelig: Vi skal vinne kampen, sier [P Kari Moe].': [
      'r Kari Moe: Per Lie har sagt det tydelig: Vi skal vinne kampen'
    ]
  })
})

t.test('who speaks in titles and answers', (t) => {
  examples(t, {
    '– Eg gav aldri opp håpet\n[P Kari Moe] vart funnen. [P Moe] smiler.\n– Eg ropte, seier [P Moe].\n– Ho song, seier [P Ola Lie].':
      ['d Moe: Eg gav aldri opp håpet', 'd Moe: Eg ropte', 'd Ola Lie: Ho song'],
    'Nav-topp: – Vi sviktet\n[P Kari Moe] beklager.\n– Nå holder det, sier [P Ola Lie].': [
      'd -: Vi sviktet',
      'd Ola Lie: Nå holder det'
    ],
    '[P Kari Moe] vant. – Helt sykt, sier vinneren.': ['d Kari Moe: Helt sykt'],
    '[P Kari Moe] slo [P Ola Lie]. – Helt sykt, sier vinneren.': ['d -: Helt sykt'],
    '[P Kari Moe] slo alle. – Helt sykt, sier motstanderen.': ['d -: Helt sykt'],
    '[P Kari Moe] har vært til sjøs.\n– Drar du ut igjen?\n– Hva annet skulle jeg gjort?': [
      'd -: Drar du ut igjen?',
      'd Kari Moe: Hva annet skulle jeg gjort?'
    ],
    '[P Kari Moe] tar en pause. Så sier hun:\n– Jeg visste ikke at det var lov.\n– Må betale': [
      'd Kari Moe: Jeg visste ikke at det var lov.',
      'd -: Må betale'
    ]
  })
})

t.test('manners of speaking, in both standards', (t) => {
  examples(t, {
    'Kari Moe kom. – Dette er stort, skryt ho.': ['d Kari Moe: Dette er stort'],
    'Kari Moe kom. – Dette er stort, gliser ho.': ['d Kari Moe: Dette er stort'],
    'Kari Moe kom. «Takk for nå», vitset hun.': ['d Kari Moe: Takk for nå'],
    'Kari Moe kom. «Takk for no», fleipa ho.': ['d Kari Moe: Takk for no'],
    '– Fred nå, ba pave [P Leo].': ['d Leo: Fred nå'],
    '«Vi fikk vite det i går», fleipet statsministeren.': ['d statsministeren: Vi fikk vite det i går'],
    '«Vi fikk vite det i går», skriver vedkommende.': ['d -: Vi fikk vite det i går']
  })
})

t.test('where speech begins and ends', (t) => {
  examples(t, {
    '12.41 – Strømmen er borte i byen, opplyser [O Vy].\n\n9.05: Toget står stille, melder [O Vy].': [
      'r Vy: Strømmen er borte i byen',
      'r Vy: Toget står stille'
    ],
    'Kari Moe mener tidsbruken var problemet:\n\n– Han brukte lang tid.': [
      'r Kari Moe: tidsbruken var problemet',
      'd Kari Moe: Han brukte lang tid.'
    ],
    'Kari Moe sa det best på møtet: «Tog kan flyttes. Det kan ikke hus.»': [
      'd Kari Moe: Tog kan flyttes. Det kan ikke hus.'
    ],
    'I [O Utsyn] 14. november skriver byråd [P Kari Moe] at prisen stiger.': ['r Kari Moe: prisen stiger']
  })
})
