import { createLogUpdate } from 'log-update'
import type { Status } from './engine/engine.js'
import { version } from './version.js'

/** The part of a status that a person waits for. */
type Progress = Pick<Status, 'state' | 'read' | 'indexed' | 'annotated'>

/** How often the progress is drawn anew, in milliseconds. */
const REDRAW_MS = 100

/** Of the bar, in characters. */
const WIDTH = 30

const numbers = new Intl.NumberFormat('en-GB')

/** What stands on a terminal beside the log: while articles are read, a line below it that tells the progress. */
export class Terminal {
  private readonly line: ReturnType<typeof createLogUpdate>
  private timer: NodeJS.Timeout | undefined
  private shown = ''

  constructor(private readonly stream: NodeJS.WriteStream) {
    this.line = createLogUpdate(stream)
  }

  /** Prints whole lines, above the progress where that is shown. */
  print(text: string): void {
    if (this.timer === undefined) {
      this.stream.write(text)
      return
    }
    this.line.clear()
    this.stream.write(text)
    this.line(this.shown)
  }

  /** Shows how far the reading has come, until `stopProgress`. */
  showProgress(progress: () => Progress): void {
    this.timer = setInterval(() => {
      this.shown = progressLine(progress())
      this.line(this.shown)
    }, REDRAW_MS)
    this.timer.unref()
  }

  /** Takes the progress away; safe at any time. */
  stopProgress(): void {
    if (this.timer === undefined) return
    clearInterval(this.timer)
    this.timer = undefined
    this.line.clear()
    this.line.done()
  }
}

/** How many articles there are is known when they have been read, and not before. */
export const progressLine = ({ state, read, indexed, annotated }: Progress): string => {
  if (state === 'starting' || state === 'reading') return `Reading articles ${numbers.format(read)}`
  return indexed < read
    ? `Indexing articles ${bar(indexed, read)}`
    : `Reading names and quotes ${bar(annotated, indexed)}`
}

/** `██████████░░░░░░░░░░░░░░░░░░░░ 1,200 of 3,600` */
const bar = (done: number, all: number): string => {
  const full = all === 0 ? 0 : Math.floor((WIDTH * done) / all)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${numbers.format(done)} of ${numbers.format(all)}`
}

interface Welcome {
  /** `http://127.0.0.1:3000` */
  readonly address: string
  /** The folder of articles. */
  readonly folder: string
}

/** Where to look, for a person who has just started the service. */
export const banner = ({ address, folder }: Welcome): string => `
  Nyhetssøk ${version}

  Page        ${address}/
  API         ${address}/docs
  Articles    ${folder}

`

/** What is searched, and what was left out, for the same person when the articles have been read. */
export const summary = (
  { articles, problems: { leftOut } }: Pick<Status, 'articles' | 'problems'>,
  folder: string
): string => {
  const found = `${numbers.format(articles)} ${articles === 1 ? 'article' : 'articles'}`
  const others = `${numbers.format(leftOut)} left out: \`nyhetssok check ${folder}\` tells why`
  return `
  Searched    ${found}${leftOut === 0 ? '' : `; ${others}`}

`
}
