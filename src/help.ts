import { EXTENSIONS } from './articles/formats/formats.js'
import { configHelp } from './config.js'
import { version } from './version.js'

/** `.txt, .md and .jsonl` */
const FILES = new Intl.ListFormat('en-GB').format(EXTENSIONS.map((extension) => `.${extension}`))

/** What `nyhetssok --help` prints. */
export const HELP = `Nyhetssøk ${version}: full-text search for Norwegian news

  nyhetssok [serve] DIR [options]    serve the articles in DIR over HTTP, with a page to search them
  nyhetssok check DIR                tell what would be served of DIR, what not, why, and how to mend it
  nyhetssok index DIR                read DIR now and keep the index, so that serving it starts in seconds
  nyhetssok search DIR WORDS         search DIR here and now; -n NUMBER (--size) for so many hits
  nyhetssok key                      make a key for writing, and the hash to set API_KEYS to
  nyhetssok --demo                   serve the five articles that come with it
  nyhetssok --help, -h | --version, -V

Options, and the environment variables that say the same (a flag wins):

${configHelp()}

DIR is a folder of ${FILES} files, also as .gz;
without one, it is the folder that ARTICLES_DIR names.
`
