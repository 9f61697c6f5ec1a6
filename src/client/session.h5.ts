import Taro from '@tarojs/taro'
import { create } from 'zustand'

const key = 'session'

interface Held {
  token: string
  personaId: string
}

const read = (): Held | null => Taro.getStorageSync<Held | ''>(key) || null

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
  Taro.setStorageSync(key, held)
  useSession.setState({ held })
}

export const forgetToken = (): void => {
  Taro.removeStorageSync(key)
  useSession.setState({ held: null })
}

/** Whose drafts are whose on a browser that several people of the sample share. */
export const whoKey = (): string => useSession.getState().held?.personaId ?? 'nobody'
