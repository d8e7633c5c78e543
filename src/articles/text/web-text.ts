import { withoutMdx } from './mdx.js'
import { withoutTemplateTags } from './template-tags.js'

/** What site and note programs write among the text, each with signs without which it is not there. */
const MARKUP: readonly (readonly [sign: string, markup: RegExp, shown: string])[] = [
  // Kramdown and Pandoc: a list of contents, attributes as `{: .class}`, and `{#id .class}` at the end of a heading.
  ['{:toc', /^[*+-] [^\n]{0,200}\n\{:toc[^}\n]*\}/gm, ''],
  ['{:', /\{:(?=[ \t]*[.#\w])[^}\n]{0,200}\}/g, ''],
  ['{', /^(#{1,6} [^\n]{0,500}?)[ \t]{1,9}\{[#.][^}\n]{0,200}\}[ \t]*$/gm, '$1'],
  ['{/*', /\{\/\*(?:(?!\*\/\}).){0,2000}\*\/\}/gs, ''],
  // MkDocs: `!!! note "Merk"` shows its title.
  [
    '"',
    /^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|hint|important|caution|attention|error)(?:[ \t]+inline(?:[ \t]+end)?)?[ \t]*(?:"([^"\n]*)")?[ \t]*$/gm,
    '\n$1\n'
  ],
  // Its tabs, `=== "Bokmål"`, are titles too; pieces of other files, icons and attributes are no text.
  ['===', /^[ \t]*===[!+]?[ \t]+"([^"\n]*)"[ \t]*$/gm, '\n$1\n'],
  ['--8<--', /^[ \t]*-+8<-+[^\n]*$/gm, ''],
  [':', /:(?:material|octicons|fontawesome|simple)-[\w-]+:/g, ''],
  ['{ ', /(?<=[\])])\{[ \t]+[.#\w][^{}\n]{0,200}\}/g, ''],
  // What an abbreviation stands for is shown when it is pointed at; a definition is a paragraph of its own.
  ['*[', /^\*\[[^\]\n]{1,100}\]:[^\n]*$/gm, ''],
  ['\n:', /^:[ \t]+(?=\S)/gm, '\n'],
  // Templates of EJS and of Obsidian's Templater; what Dataview computes in a line.
  ['<%', /<%(?:(?!%>)[^]){0,2000}%>/g, ''],
  ['`', /`\$?= ?[^`\n]{1,500}`/g, ''],
  // Docusaurus: `:::note Merk {.rød}` does too.
  [
    ':::',
    /^[ \t]*:::+[ \t]*(?:\w+)?(?:\{[^}\n]*\})?(?:\[([^\]\n]*)\])?[ \t]*([^\n{]*)(?:\{[^}\n]*\}[ \t]*)?$/gm,
    '\n$1$2\n'
  ],
  // Footnotes: `[^1]` in the text, `[^1]: Kilden` below it, which is text.
  ['[^', /^\[\^[^\]\s]{1,100}\]:[ \t]*/gm, '\n'],
  ['[^', /\[\^[^\]\s]{1,100}\]/g, ''],
  // Boxes of tasks, marked text.
  ['[', /^([ \t]*[-*+] )\[[ xX]\] /gm, '$1'],
  ['==', /==(?=\S)([^=\n]{1,500})==/g, '$1'],
  // Obsidian: `![[kart.png]]` embeds, `[[side|tekst]]` links, `%% comment %%`, `> [!note]`, names of blocks.
  ['![[', /!\[\[[^\]\n]{0,200}\]\]/g, ''],
  ['[[', /\[\[(?:[^[\]|\n]{0,200}\|)?([^[\]\n]{0,200})\]\](?!\()/g, '$1'],
  ['%%', /^%%[ \t]*$(?:(?!%%)[^]){0,5000}^%%[ \t]*$/gm, ''],
  ['%%', /%%(?:(?!%%|\n\n).){0,2000}%%/gs, ''],
  ['[!', /^((?:>[ \t]*)+)\[!\w+\][+-]?[ \t]*/gm, '$1'],
  [' ^', /[ \t]\^[\w-]{3,60}[ \t]*$/gm, '']
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
    withoutTemplateTags(withoutMdx(source))
  )
