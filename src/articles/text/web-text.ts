/** What site generators write among the text of a page and show otherwise, or not at all. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  // Hugo: `{{< figure src="a.jpg" caption="Et kart" >}}` shows its caption; others show what is between them.
  [
    /\{\{[<%]\s*figure\b(?:(?![>%]\}\}).){0,2000}?\b(?:caption|title)=(?:"([^"\n]*)"|`([^`\n]*)`)(?:(?![>%]\}\}).){0,2000}[>%]\}\}/gs,
    '\n\n$1$2\n\n'
  ],
  [/\{\{[<%](?:(?![>%]\}\}).){0,2000}[>%]\}\}/gs, ''],
  // Liquid: what `comment` and `raw` hold, tags, and values that only the generator knows.
  [/\{%-?\s*comment\s*-?%\}(?:(?!\{%-?\s*endcomment).){0,5000}\{%-?\s*endcomment\s*-?%\}/gs, ''],
  [/\{%(?:(?!%\}).){0,2000}%\}/gs, ''],
  [/\{\{(?:(?!\}\}|\n\n).){0,500}\}\}/gs, ''],
  // Kramdown and Pandoc attributes: `{: .class}`, `{#id .class}` at the end of a heading.
  [/\{:(?=[ \t]*[.#\w])[^}\n]{0,200}\}/g, ''],
  [/^(#{1,6} [^\n]{0,500}?)[ \t]{1,9}\{[#.][^}\n]{0,200}\}[ \t]*$/gm, '$1'],
  // MDX: imports and exports at the margin, comments in braces.
  [
    /^(?:import\s+(?:[\w*{][^\n;]{0,500}?\s+from\s+)?["'][^"'\n]+["']|export\s+(?:const|default|let|function)\s[^\n]*);?[ \t]*$/gm,
    ''
  ],
  [/<\/?[A-Z][\w.]*(?:\s(?:[^<>{}]|\{(?:[^{}\n]|\{[^{}\n]{0,200}\}){0,500}\}){0,2000})?>/g, ''],
  [/^[ \t]*\{\w+(?:\.\w+)+\}[ \t]*$/gm, ''],
  [/\{\/\*(?:(?!\*\/\}).){0,2000}\*\/\}/gs, ''],
  // MkDocs: `!!! note "Merk"` does too.
  [
    /^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|hint|important|caution|attention|error)(?:[ \t]+inline(?:[ \t]+end)?)?[ \t]*(?:"([^"\n]*)")?[ \t]*$/gm,
    '\n$1\n'
  ],
  // Docusaurus: `:::note Merk` shows its title.
  [/^[ \t]*:::+[ \t]*(?:\w+)?(?:\{[^}\n]*\})?(?:\[([^\]\n]*)\])?[ \t]*([^\n]*)$/gm, '\n$1$2\n'],
  // Footnotes: `[^1]` in the text, `[^1]: Kilden` below it, which is text.
  [/^\[\^[^\]\s]{1,100}\]:[ \t]*/gm, '\n'],
  [/\[\^[^\]\s]{1,100}\]/g, ''],
  // Boxes of tasks, marked text.
  [/^([ \t]*[-*+] )\[[ xX]\] /gm, '$1'],
  [/==(?=\S)([^=\n]{1,500})==/g, '$1'],
  // Obsidian: `![[kart.png]]` embeds, `[[side|tekst]]` links, `%% comment %%`.
  [/!\[\[[^\]\n]{0,200}\]\]/g, ''],
  [/\[\[(?:[^[\]|\n]{0,200}\|)?([^[\]\n]{0,200})\]\](?!\()/g, '$1'],
  [/%%(?:(?!%%|\n\n).){0,2000}%%/gs, ''],
  [/^>[ \t]*\[!\w+\][+-]?[ \t]*/gm, '> ']
]

/**
 * A Markdown document of a site generator without what is no text: shortcodes, Liquid, imports of MDX, comments, the
 * marks of notes and links. What stands in code is treated alike: news has none.
 *
 * - `Før {{< youtube abc >}} etter` → `Før  etter`; `{{< figure caption="Et kart" >}}` → `Et kart`
 * - left alone: `{ikke}`, `100 %% sikker`, `import av mat`, `[vedtak]`
 */
export const webText = (source: string): string =>
  /[{%:[<=]|!!!|\?\?\?|^(?:import|export)\s/m.test(source)
    ? MARKUP.reduce((text, [markup, shown]) => text.replace(markup, shown), source)
    : source
