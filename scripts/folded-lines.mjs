/** Each once and in order, with spaces between, in lines of at most so many letters. */
export const foldedLines = (names, most) => {
  const lines = ['']
  for (const name of [...new Set(names)].sort())
    if (lines.at(-1).length + name.length >= most) lines.push(name)
    else lines[lines.length - 1] += `${lines.at(-1) && ' '}${name}`
  return lines
}
