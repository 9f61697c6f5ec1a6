import './without-eval'
import { QueryClientProvider } from '@tanstack/react-query'
import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { watchDrafts } from '@/client/drafts'
import { queryClient, watchPhone } from '@/client/query-client'
import { watchSession } from '@/features/session/gate'
import { toast } from '@/ui/toast'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') Taro.cloud.init()
    watchPhone()
    watchSession()
    watchDrafts((count) => toast(`${count} 件保存的事项已提交`))
  })
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
