import fs from 'node:fs'
import path from 'node:path'

const head =
  '# Figures\n\nWhat long checks measured, each with the seed that repeats it. Written by the programs named, not by hand.\n'

/**
 * Puts the lines under the heading `name` of a figures file, in place of what stood there before; other headings stay.
 * @param {string} file
 * @param {string} name
 * @param {readonly string[]} lines
 */
export const writeFigures = (file, name, lines) => {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : head
  const [before, ...sections] = text.split(/^## /m)
  const others = sections.filter((section) => section.split('\n', 1)[0] !== name)
  const all = [...others, `${name}\n\n${lines.join('\n')}\n`]
    .map((section) => `## ${section.trimEnd()}\n`)
    .sort((a, b) => (a < b ? -1 : 1))
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, `${before.trimEnd()}\n\n${all.join('\n')}`)
}
