import { QueryClient, focusManager, onlineManager } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { CallError } from './call'

/**
 * The cache of answers. Shown at once when a page opens again, refreshed behind; only failures of the way are tried again,
 * a "no" is a "no".
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 3_000,
      gcTime: 30 * 60_000,
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (count, error) => error instanceof CallError && error.isTransient && count < 1,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Ties the cache to the phone: coming back to the app and back online both refresh what is on screen. */
export const watchPhone = (): void => {
  Taro.onNetworkStatusChange?.(({ isConnected }) => onlineManager.setOnline(isConnected))
  Taro.onAppShow?.(() => focusManager.setFocused(true))
  Taro.onAppHide?.(() => focusManager.setFocused(false))
}
