const syntax = /[\^$\\.*+?()[\]{}|]/g

/** Finds a name however it is spaced: 张大山, 张 大 山, over the end of a line too. Null for what is too short to be told from other words. */
export const spelled = (name: string): RegExp | null => {
  const characters = [...name.replace(/\s/g, '')]
  if (characters.length < 2) return null
  return new RegExp(characters.map((one) => one.replace(syntax, '\\$&')).join('\\s*'), 'g')
}
