import Taro from '@tarojs/taro'
import { create } from 'zustand'

const key = 'session'

interface Held {
  token: string
  personaId: string
}

const nobody = 'nobody'

/**
 * Who this tab acts as. A tab keeps its own person over a reload, whatever another tab does; a new tab begins as the person
 * chosen last, and somebody who left stays nobody.
 */
const read = (): Held | null => {
  const own = sessionStorage.getItem(key)
  if (own === nobody) return null
  const held = own === null ? Taro.getStorageSync<Held | ''>(key) || null : (JSON.parse(own) as Held)
  if (held) sessionStorage.setItem(key, JSON.stringify(held))
  return held
}

/** Who the browser acts as on the local cloud. On WeChat this choice does not exist. */
export const useSession = create<{ held: Held | null }>(() => ({ held: read() }))

export const token = (): string | undefined => useSession.getState().held?.token

/** True until somebody has been chosen; the H5 build is only ever served by the local cloud. */
export const needsPersona = (): boolean => useSession.getState().held === null

/** The community named in the address, for newcomers. */
export const standsIn = (): string | undefined => new URLSearchParams(location.search).get('community') ?? undefined

export interface Persona {
  id: string
  name: string
  roles: string[]
  communityId: string
  gridId?: string
  onLeave?: boolean
}

/** The people of the sample community. */
export const listPersonas = async (): Promise<Persona[]> => {
  const answer = await fetch('/dev/personas')
  return ((await answer.json()) as { personas: Persona[] }).personas
}

/** Becomes one of them: a signed, expiring token from the local cloud. */
export const becomePersona = async (personaId: string): Promise<void> => {
  const answer = await fetch('/dev/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: personaId }),
  })
  if (!answer.ok) throw new Error('本地云没有给出身份，请确认它还在运行')
  const held = { token: ((await answer.json()) as { token: string }).token, personaId }
  sessionStorage.setItem(key, JSON.stringify(held))
  Taro.setStorageSync(key, held)
  useSession.setState({ held })
}

/** This tab is nobody from now on; the person that other tabs begin as goes only if it is the same one. */
export const forgetToken = (): void => {
  sessionStorage.setItem(key, nobody)
  if ((Taro.getStorageSync<Held | ''>(key) || null)?.token === token()) Taro.removeStorageSync(key)
  useSession.setState({ held: null })
}

/** Whose drafts are whose on a browser that several people of the sample share. */
export const whoKey = (): string => useSession.getState().held?.personaId ?? 'nobody'
