import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { momentWords } from '@/features/issues/time-words'
import { contactWayNames } from '@/shared/kernel/consents'
import { Segmented } from '@/ui/segmented'
import { Sheet } from '@/ui/sheet'
import { PaperForm } from '../paper-form'
import type { ContactRow } from '../words'
import { LinkForm } from './link-form'
import { LogForm } from './log-form'
import './household-sheet.scss'

type Props = {
  id: string
  household: ContactRow
  isOpen: boolean
  /** The page of the link just made for it; null before. */
  link: string | null
  onLink: (path: string) => void
  onClose: () => void
}
type Act = 'log' | 'paper' | 'link'

/** One door: note a try, enter a paper, send a link; and what was tried before. */
export function HouseholdSheet({ id, household, isOpen, link, onLink, onClose }: Props) {
  const [act, setAct] = useState<Act>('log')
  const { householdId, label, hasLink } = household
  return (
    <Sheet open title={label} onClose={onClose}>
      <View>
        {isOpen && (
          <Segmented
            label="做什么"
            items={[
              { value: 'log', label: '记联系' },
              { value: 'paper', label: '录纸质' },
              { value: 'link', label: '发链接' },
            ]}
            value={act}
            onChange={setAct}
          />
        )}
        {isOpen && act === 'log' && <LogForm id={id} householdId={householdId} onDone={onClose} />}
        {isOpen && act === 'paper' && <PaperForm id={id} householdId={householdId} onDone={onClose} />}
        {isOpen && act === 'link' && (
          <LinkForm id={id} householdId={householdId} hasLink={hasLink} link={link} onLink={onLink} />
        )}
        <Logs id={id} householdId={householdId} />
      </View>
    </Sheet>
  )
}

function Logs({ id, householdId }: { id: string; householdId: string }) {
  const pages = usePages('consents.listContactLogs', { id, householdId })
  const now = pages.data?.pages[0]?.now
  const logs = pages.data?.pages.flatMap((page) => page.logs) ?? []
  if (!now || logs.length === 0) return null
  return (
    <View className="contact-logs">
      <View className="contact-logs-title">以前的联系</View>
      {logs.map(({ id: log, at, byName, way, isReached, words }) => (
        <View key={log} className="contact-log">
          {`${momentWords(at, now)}，${byName} ${contactWayNames[way]}，${isReached ? '联系上了' : '没有联系上'}${words ? `：${words}` : ''}`}
        </View>
      ))}
    </View>
  )
}
