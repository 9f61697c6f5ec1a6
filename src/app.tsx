import './without-eval'
import { QueryClientProvider } from '@tanstack/react-query'
import Taro, { useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { dropOldHalfWritten } from '@/client/half-written'
import { watchLastAnswers } from '@/client/last-answers'
import { queryClient, watchPhone } from '@/client/query-client'
import { needsPersona } from '@/client/session'
import { watchWaiting } from '@/client/waiting'
import { watchPrivacy } from '@/features/privacy/privacy-ask'
import { watchSession } from '@/features/session/gate'
import { watchBack } from '@/ui/back-closes'
import { toast } from '@/ui/toast'
import './app.scss'

const tellSent = (count: number) => toast(`${count} 件保存的事项已提交`)

// Before the router listens: a window calls its listeners in the order in which they came.
watchBack()

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp' && process.env.CLOUD !== 'local') Taro.cloud.init()
    watchPhone()
    watchLastAnswers()
    dropOldHalfWritten()
    watchPrivacy()
    watchSession()
    watchWaiting(tellSent)
  })
  usePageNotFound(() => {
    if (!needsPersona()) void Taro.redirectTo({ url: '/pages/lost/index' })
  })
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
