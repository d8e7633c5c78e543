import { withEmoji } from './emoji.js'
import { withoutMdx } from './mdx.js'
import { withoutTemplateTags } from './template-tags.js'

/** What site and note programs write among the text, each with signs without which it is not there. */
const MARKUP: readonly (readonly [sign: string, markup: RegExp, shown: string])[] = [
  // Comments and options of Kramdown.
  ['{::comment', /\{::comment\}(?:(?!\{:\/)[^]){0,5000}\{:\/(?:comment)?\}/g, ''],
  ['{:', /\{:(?::[a-z]\w*|\/[a-z]*)[^}\n]{0,200}\}/g, ''],
  // Kramdown and Pandoc: a list of contents, attributes as `{: .class}`, and `{#id .class}` at the end of a heading.
  ['{:toc', /^[*+-] [^\n]{0,200}\n\{:toc[^}\n]*\}/gm, ''],
  ['{:', /\{:(?=[ \t]*[.#\w])[^}\n]{0,200}\}/g, ''],
  ['{', /^(#{1,6} [^\n]{0,500}?)[ \t]{1,9}\{[#.][^}\n]{0,200}\}[ \t]*$/gm, '$1'],
  // Theirs and Hugo's below a block, behind `[words]`, and behind a link or an image.
  ['{', /^\{[ \t]*[.#][\w-][^{}\n]{0,200}\}[ \t]*$/gm, ''],
  ['{', /(?<![!\]])\[([^\][\n]{1,500})\]\{[ \t]*[.#][^{}\n]{0,200}\}/g, '$1'],
  ['{', /(?<=[\])])\{(?:[ \t]+[.#\w]|[.#][\w-]|[\w-]+=)[^{}\n]{0,200}\}/g, ''],
  // Formulas in TeX, in a block and among words; lists of contents.
  ['$$', /^[ \t]*\$\$(?:(?!\$\$)[^]){0,5000}\$\$[ \t]*$/gm, ''],
  ['$$', /\$\$(?=\S)(?=[^$\n]{0,500}[\\^_{}=])[^$\n]{1,500}\$\$/g, ''],
  ['[', /^\[(?:TOC|\[_?TOC_?\])\][ \t]*$/gim, ''],
  // CriticMarkup: what was added or put in its place is shown, what was taken out and comments are not.
  ['{++', /\{\+\+((?:(?!\+\+\})[^]){0,2000})\+\+\}/g, '$1'],
  ['{--', /\{--(?:(?!--\})[^]){0,2000}--\}/g, ''],
  ['{~~', /\{~~(?:(?!~>)[^]){0,2000}~>((?:(?!~~\})[^]){0,2000})~~\}/g, '$1'],
  ['{==', /\{==((?:(?!==\})[^]){0,2000})==\}/g, '$1'],
  ['{>>', /\{>>(?:(?!<<\})[^]){0,2000}<<\}/g, ''],
  // Keys (`++ctrl+c++`) and text that was put in, in two ways; `H~2~O`, `x^2^`; a footnote where it belongs.
  [
    '++',
    /(?<![\p{L}\p{N}+])\+\+(?=[^\s+])([^\n+]{1,200}(?:\+[^\n+]{1,40}){0,5})\+\+(?![\p{L}\p{N}+])/gu,
    '$1'
  ],
  ['^^', /\^\^(?=\S)([^^\n]{1,500})\^\^/g, '$1'],
  ['~', /(?<![~\\])~([^\s~]{1,30})~(?!~)/g, '$1'],
  ['^', /(?<![\^\\[])\^([^\s^[\]]{1,30})\^(?!\^)/g, '$1'],
  ['^[', /\^\[([^\][\n]{1,1000})\]/g, ' ($1)'],
  ['{/*', /\{\/\*(?:(?!\*\/\}).){0,2000}\*\/\}/gs, ''],
  // MkDocs: `!!! note "Merk"` shows its title.
  [
    '"',
    /^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|hint|important|caution|attention|error)(?:[ \t]+inline(?:[ \t]+end)?)?[ \t]*(?:"([^"\n]*)")?[ \t]*$/gm,
    '\n$1\n'
  ],
  // Its tabs, `=== "Bokmål"`, are titles too; pieces of other files and attributes are no text.
  ['===', /^[ \t]*===[!+]?[ \t]+"([^"\n]*)"[ \t]*$/gm, '\n$1\n'],
  ['--8<--', /^[ \t]*-+8<-+[^\n]*$/gm, ''],
  // What an abbreviation stands for is shown when it is pointed at; a definition is a paragraph of its own.
  ['*[', /^\*\[[^\]\n]{1,100}\]:[^\n]*$/gm, ''],
  ['\n:', /^:[ \t]+(?=\S)/gm, '\n'],
  // Templates of EJS and of Obsidian's Templater; what Dataview computes in a line.
  ['<%', /<%(?:(?!%>)[^]){0,2000}%>/g, ''],
  ['`', /`\$?= ?[^`\n]{1,500}`/g, ''],
  // Newer ones of MkDocs: `/// details | Mer` and `///` at its end.
  ['///', /^[ \t]*\/{3,}(?:[ \t]+[\w-]+(?:[ \t]*\|[ \t]*([^\n]*))?)?[ \t]*$/gm, '\n$1\n'],
  // Docusaurus: `:::note Merk {.rød}` does too.
  [
    ':::',
    /^[ \t]*:::+[ \t]*(?:\w+)?(?:\{[^}\n]*\})?(?:\[([^\]\n]*)\])?[ \t]*([^\n{]*)(?:\{[^}\n]*\}[ \t]*)?$/gm,
    '\n$1$2\n'
  ],
  // Footnotes: `[^1]` in the text, `[^1]: Kilden` below it, which is text.
  ['[^', /^\[\^[^\]\s]{1,100}\]:[ \t]*/gm, '\n'],
  ['[^', /\[\^[^\]\s]{1,100}\]/g, ''],
  // Drawings of Excalidraw: the words in them are text.
  ['EXCALIDRAW VIEW', /^==[^\n]{0,20}Switch to EXCALIDRAW VIEW[^\n]*$/gm, ''],
  ['#', /^#{1,2} (?:Excalidraw Data|Text Elements)[ \t]*$/gm, ''],
  ['# Drawing', /^#{1,2} Drawing[ \t]*\n```(?:compressed-)?json/gm, '```excalidraw'],
  // Shortcodes of WordPress, in what was brought from there: the caption between them is text.
  ['="', /\[[a-z][\w-]*(?:[ \t]+[\w-]+="[^"\]\n]*")+[ \t]*\/?\](?![([:])/gi, '\n\n'],
  ['[/', /\[\/[a-z][\w-]*\](?![([:])/gi, '\n\n'],
  // Boxes of tasks, marked text.
  ['[', /^([ \t]*[-*+] )\[[ xX/>?!-]\] /gm, '$1'],
  ['==', /==(?=\S)([^=\n]{1,500})==/g, '$1'],
  // Obsidian: `![[kart.png]]` embeds, `[[side|tekst]]` links, `%% comment %%`, `> [!note]`, names of blocks.
  ['![[', /!\[\[[^\]\n]{0,200}\]\]/g, ''],
  ['[[', /\[\[(?:[^[\]|\n]{0,200}\|)?([^[\]\n]{0,200})\]\](?!\()/g, '$1'],
  ['%%', /^%%[ \t]*$(?:(?!%%)[^]){0,5000}^%%[ \t]*$/gm, ''],
  ['%%', /%%(?:(?!%%|\n\n).){0,2000}%%/gs, ''],
  ['%%', /^%%[ \t]*$/gm, ''],
  ['[!', /^((?:>[ \t]*)+)\[!\w+\][+-]?[ \t]*([^\n]*)$/gm, '$1$2\n$1'],
  ['^', /[ \t]\^[\w-]{3,60}[ \t]*$/gm, ''],
  // What Logseq notes of a block, and its references to blocks.
  [
    '::',
    /^[ \t]*(?:[-*+] )?(?:id|collapsed|heading|background-color|card-[\w-]+|logseq\.[\w.-]+)::[^\n]*$/gm,
    ''
  ],
  ['((', /\(\([0-9a-f]{8}-[0-9a-f-]{27}\)\)/g, ''],
  // Fields of Dataview and Logseq: `[navn:: Kari]`, `(alder:: 30)`, whose name is not shown, and one on a line.
  ['::', /\[([\p{L}_][\p{L}\p{N} _-]{0,40})::[ \t]*([^\][\n]{1,500})\]/gu, '$1: $2'],
  ['::', /\([\p{L}_][\p{L}\p{N} _-]{0,40}::[ \t]*([^()\n]{1,500})\)/gu, '$1'],
  ['::', /^([ \t]*[-*+] [\p{L}_][\p{L}\p{N} _-]{0,40})::[ \t]+(?=\S)/gmu, '$1: '],
  ['::', /^([ \t]*[\p{L}_][\p{L}\p{N} _-]{0,40})::[ \t]+(?=\S)/gmu, '\n$1: ']
]

/**
 * A Markdown document of a site generator without what is no text: shortcodes, Liquid, imports of MDX, comments, the
 * marks of notes and links. What stands in code is treated alike: news has none.
 *
 * - `Før {{< youtube abc >}} etter` → `Før  etter`; `{{< figure caption="Et kart" >}}` → `Et kart`
 * - left alone: `{ikke}`, `100 %% sikker`, `import av mat`, `[vedtak]`
 */
export const webText = (source: string): string =>
  MARKUP.reduce(
    (text, [sign, markup, shown]) => (text.includes(sign) ? text.replace(markup, shown) : text),
    // A style of a component, `{{color: 'red'}}`, is no value of Liquid.
    withEmoji(withoutTemplateTags(withoutMdx(source)))
  )
