import type { issues } from '@/shared/contracts/issues'
import { classOf } from '@/shared/domain/issues/classes'
import type { Suggester } from '@/shared/domain/issues/suggest-classes'
import type { Handler } from '../../runtime/handler'

const suggestionsMax = 3

let learned: Promise<Suggester> | null = null

/** Learns once in a process, when somebody first asks: the sentences are nothing a cold instance should wait for. */
const learn = async (): Promise<Suggester> => {
  const [{ learnClasses }, { default: examples }] = await Promise.all([
    import('@/shared/domain/issues/suggest-classes'),
    import('@/shared/domain/issues/training-sentences.json'),
  ])
  return learnClasses(examples)
}

/** What the words may be about; the resident always chooses. Nothing is kept of what was typed. */
export const suggestClasses: Handler<typeof issues.suggestClasses> = async ({ text }) => {
  const suggest = await (learned ??= learn())
  const classes = suggest(text).flatMap((code) => classOf(code) ?? [])
  return { classes: classes.slice(0, suggestionsMax).map(({ code, name }) => ({ code, name })) }
}
