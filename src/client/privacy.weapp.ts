import Taro from '@tarojs/taro'
import { create } from 'zustand'

type Answer = Taro.onNeedPrivacyAuthorization.ResolveOption
/** Tells WeChat what became of its question. */
type Resolve = (answer: Answer) => void

interface Asking {
  /** Uses that wait for an answer; one answer goes to all. */
  waiting: readonly Resolve[]
  /** Pages that can show the question now. */
  askers: number
}

/** The question for consent to the privacy guide (隐私保护指引) while WeChat waits for its answer. */
export const usePrivacyQuestion = create<Asking>(() => ({ waiting: [], askers: 0 }))

/**
 * Takes over WeChat's question, so that it is asked in our own words and size. Where no page can show it the use is refused
 * rather than left hanging: refusing costs a photo or a pin, never a report.
 */
export const watchPrivacy = (): void =>
  Taro.onNeedPrivacyAuthorization?.((resolve: Resolve) => {
    if (usePrivacyQuestion.getState().askers === 0) return resolve({ event: 'disagree' })
    usePrivacyQuestion.setState(({ waiting }) => ({ waiting: [...waiting, resolve] }))
  })

/** A page that shows the question while it is in front. Answers how to step back; what still waited is refused. */
export const standToAsk = (): (() => void) => {
  usePrivacyQuestion.setState(({ askers }) => ({ askers: askers + 1 }))
  return () => {
    usePrivacyQuestion.setState(({ askers }) => ({ askers: askers - 1 }))
    if (usePrivacyQuestion.getState().askers === 0) answerPrivacy({ event: 'disagree' })
  }
}

/** Tells WeChat the question is in sight, which it wants to know before an answer counts. */
export const exposePrivacy = (): void => {
  for (const resolve of usePrivacyQuestion.getState().waiting) resolve({ event: 'exposureAuthorization' })
}

/** The person's answer, for everything that waits. */
export const answerPrivacy = (answer: Answer): void => {
  const { waiting } = usePrivacyQuestion.getState()
  usePrivacyQuestion.setState({ waiting: [] })
  for (const resolve of waiting) resolve(answer)
}

/**
 * Asks for consent before anything the guide covers is used; true once it was given. Asked only the first time; older
 * versions of WeChat know no such question.
 */
export const agreesToPrivacy = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!Taro.requirePrivacyAuthorize) return resolve(true)
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })
