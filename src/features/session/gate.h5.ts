import { useSession } from '@/client/session.h5'
import Taro from '@tarojs/taro'

/** True until somebody has been chosen from the sample community. */
export const useNeedsPersona = (): boolean => useSession(({ held }) => held === null)

const homePage = '/pages/home/index'

/** A page for everybody, also for whoever is nobody here. */
const isPublic = (): boolean => /^#?\/?packages\/lovebank\/certificate-check\/index(\?|$)/.test(location.hash)

/** Whoever arrives as nobody, or whose token has run out, is led to the choice. */
export const watchSession = (): void => {
  const leadHome = () => {
    if (!isPublic()) void Taro.reLaunch({ url: homePage })
  }
  if (!useSession.getState().held && !/^#?\/?(pages\/home\/index)?(\?|$)/.test(location.hash)) leadHome()
  useSession.subscribe(({ held }, before) => {
    if (before.held && !held) leadHome()
  })
}
