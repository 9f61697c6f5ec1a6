/** A name with all but its ends covered: 王*霞, 王*. */
export const maskedName = (name: string): string => {
  const characters = [...name]
  if (characters.length < 2) return '*'
  const [first = ''] = characters
  if (characters.length === 2) return `${first}*`
  return `${first}${'*'.repeat(characters.length - 2)}${characters.at(-1) ?? ''}`
}
