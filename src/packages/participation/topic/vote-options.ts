/** One option as it is typed: what it says, and what speaks for and against it. */
export interface TypedOption {
  text: string
  pro: string
  con: string
}

/** What is always asked for; fewer are no vote. */
const optionsMin = 2

/** Whether an option was added and then left as it was, which says that it is not wanted. */
export const isLeftBlank = ({ text, pro, con }: TypedOption, at: number): boolean =>
  at >= optionsMin && `${text}${pro}${con}`.trim() === ''

const argumentsOf = ({ pro, con }: TypedOption) => [
  ...(pro.trim() ? [{ side: 'for' as const, text: pro }] : []),
  ...(con.trim() ? [{ side: 'against' as const, text: con }] : []),
]

/** The options as they are put to the vote. */
export const optionsOf = (typed: readonly TypedOption[]) =>
  typed
    .filter((option, at) => !isLeftBlank(option, at))
    .map((option) => ({ text: option.text, arguments: argumentsOf(option) }))
