import './without-eval'
import { QueryClientProvider } from '@tanstack/react-query'
import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { sendWaiting, watchDrafts } from '@/client/drafts'
import { queryClient, watchPhone } from '@/client/query-client'
import { watchSession } from '@/features/session/gate'
import { toast } from '@/ui/toast'
import './app.scss'

const tellSent = (count: number) => toast(`${count} 件保存的事项已提交`)

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp' && process.env.CLOUD !== 'local') Taro.cloud.init()
    watchPhone()
    watchSession()
    watchDrafts(tellSent)
    // Not every browser tells Taro that the network is back; all of them tell the window.
    if (process.env.TARO_ENV === 'h5') {
      window.addEventListener('online', () => void sendWaiting().then((count) => count > 0 && tellSent(count)))
    }
  })
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
