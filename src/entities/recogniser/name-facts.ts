/** What raw text tells of a form with a capital: in which contexts it stands, each as a level from 0 (never) to 7. */
export const STATISTICS = [
  'capitalShare',
  'genitiveShare',
  'frequency',
  'afterI',
  'afterOn',
  'afterFrom',
  'afterAgent',
  'afterQuote',
  'afterPersonNoun',
  'afterWorkNoun',
  'afterGroupNoun',
  'afterPlaceNoun',
  'afterCapital',
  'beforeCapital',
  'beforeSays',
  'beforeCompany',
  'beforePlaceNoun',
  'beforeBracket',
  'beforeQuote',
  'beforeNumber'
] as const

export type Statistic = (typeof STATISTICS)[number]
