import { firstWhere } from '../../structures/bisect.js'
import type { FormClass } from './form-facts.js'
import { titleCased, possibleNominative } from './form-keys.js'
import { isNameLike, LOWER } from './form-shape.js'

/** Sentences on either side in which other occurrences of a name are looked for. */
const NEIGHBOURHOOD = 60
/** FormPlaces that are looked at, the nearest first: bounds the work on a name that a long article repeats. */
const MOST = 6

/** Where a form stands in a document. */
export interface FormPlace {
  readonly sentence: number
  readonly token: number
}

/** Where else the names of a document stand. */
export class FormPlaces {
  private readonly places = new Map<string, FormPlace[]>()
  private readonly small = new Map<string, FormPlace[]>()

  constructor(
    sentences: readonly (readonly string[])[],
    private readonly classes: readonly (readonly FormClass[])[]
  ) {
    this.walk(sentences, (form, shape, sentence, token) => {
      if (isNameLike(shape)) push(this.places, form, { sentence, token })
    })
    // Few words of a text are ever asked for in small letters.
    for (const form of this.places.keys()) this.small.set(form.toLowerCase(), [])
    this.walk(sentences, (form, shape, sentence, token) => {
      if (shape === LOWER) this.small.get(form)?.push({ sentence, token })
    })
  }

  /** The other occurrences of a name near a sentence, also in the genitive and in capitals, the nearest first. */
  near(form: string, at: FormPlace): FormPlace[] {
    const found = this.spellings(form).flatMap((spelling) => nearest(this.places.get(spelling) ?? [], at))
    if (found.length <= MOST) return found
    return found.sort((a, b) => distance(a, at) - distance(b, at)).slice(0, MOST)
  }

  /** Does it stand in small letters near the sentence? */
  isSmallNear(form: string, sentence: number): boolean {
    const places = this.small.get(form.toLowerCase()) ?? []
    const at = { sentence, token: -1 }
    return nearest(places, at, 1).length > 0
  }

  classAt({ sentence, token }: FormPlace, offset: number): FormClass | undefined {
    return this.classes[sentence]![token + offset]
  }

  private walk(
    sentences: readonly (readonly string[])[],
    visit: (form: string, shape: number, sentence: number, token: number) => void
  ): void {
    for (const [sentence, forms] of sentences.entries()) {
      const classes = this.classes[sentence]!
      for (let token = 0; token < forms.length; token++)
        visit(forms[token]!, classes[token]!.shape, sentence, token)
    }
  }

  private spellings(form: string): string[] {
    const title = titleCased(form)
    const stem = possibleNominative(form)
    const all = [form, `${form}s`]
    if (stem !== undefined && this.places.has(stem)) all.push(stem)
    if (title !== undefined) all.push(title)
    return all
  }
}

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

const distance = (a: FormPlace, b: FormPlace): number => Math.abs(a.sentence - b.sentence)

/** Goes out from the place on both sides, in a list that is in order. */
const nearest = (places: readonly FormPlace[], at: FormPlace, most = MOST): FormPlace[] => {
  let high = firstAfter(places, at)
  let low = high - 1
  const found: FormPlace[] = []
  while (found.length < most) {
    if (low >= 0 && places[low]!.sentence === at.sentence && places[low]!.token === at.token) low--
    const before = places[low]
    const after = places[high]
    const takeBefore =
      before !== undefined && (after === undefined || distance(before, at) <= distance(after, at))
    const next = takeBefore ? before : after
    if (next === undefined || distance(next, at) > NEIGHBOURHOOD) return found
    found.push(next)
    if (takeBefore) low--
    else high++
  }
  return found
}

const firstAfter = (places: readonly FormPlace[], { sentence, token }: FormPlace): number =>
  firstWhere(0, places.length, (i) => {
    const place = places[i]!
    return place.sentence > sentence || (place.sentence === sentence && place.token > token)
  })
