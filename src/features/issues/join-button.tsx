import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { aria } from '@/ui/aria'
import { Button, Link } from '@/ui/button'
import { Icon } from '@/ui/icon'
import './join-button.scss'

export type Joined = OutputOf<ContractOf<'issues.joinIssue'>>

type Props = {
  issue: { id: string; hasJoined: boolean; isOpen: boolean; isMine: boolean }
  /** What it is, so that one of several buttons says whose it is to those who only hear it. */
  label?: string
  onJoined?: (answer: Joined) => void
  onLeft?: () => void
}

/**
 * 我也遇到, and the way back: one tap joins an issue and gets its every step, another takes that back. Nothing where there is nothing
 * to join: one's own report, and what has ended.
 */
export function JoinButton({ issue, label, onJoined, onLeft }: Props) {
  const [joined, setJoined] = useState<boolean | null>(null)
  const [problem, setProblem] = useState<string>()
  const join = useCommand('issues.joinIssue')
  const leave = useCommand('issues.leaveIssue')
  const isJoined = joined ?? issue.hasJoined

  const attempt = async (make: () => Promise<void>) => {
    setProblem(undefined)
    try {
      await make()
    } catch (error) {
      setProblem((error as CallError).message)
    }
  }
  const enter = () =>
    attempt(async () => {
      const answer = await join.mutateAsync({ id: issue.id })
      setJoined(true)
      onJoined?.(answer)
    })
  const undo = () =>
    attempt(async () => {
      await leave.mutateAsync({ id: issue.id })
      setJoined(false)
      onLeft?.()
    })

  if (issue.isMine || (!issue.isOpen && !isJoined)) return null
  return (
    <View className="join">
      {isJoined ? (
        <View className="join-done" {...aria({ role: 'status' })}>
          <Icon name="check" className="join-sign" />
          <Text className="join-words">您也遇到了，有进展会通知您</Text>
          <Link onPress={() => void undo()} label={label ? `撤销我也遇到：${label}` : '撤销我也遇到'}>
            撤销
          </Link>
        </View>
      ) : (
        <Button
          block
          icon="plus"
          loading={join.isPending}
          label={label ? `我也遇到：${label}` : undefined}
          onPress={() => void enter()}
        >
          我也遇到
        </Button>
      )}
      {problem && (
        <View className="join-problem" {...aria({ role: 'alert' })}>
          {problem}
        </View>
      )}
    </View>
  )
}
