import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { standingWords, type SessionDetail } from '@/features/activities/words'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { ageGroupNames, ageGroups } from '@/shared/kernel/themes'
import { Button } from '@/ui/button'
import { SwitchCell } from '@/ui/cell'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Child = { name: string; ageGroup: (typeof ageGroups)[number] }
const blank: Child = { name: '', ageGroup: 'from6to9' }
const childrenMax = 3

const companies = [
  { value: 'self', label: '我自己' },
  { value: 'withChildren', label: '我带孩子（小手拉大手）' },
] as const

/** Signing up: alone, or with one's children, for whom the guardian consents apart. */
export function SignUpSheet({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const [who, setWho] = useState<(typeof companies)[number]['value']>('self')
  const [children, setChildren] = useState<readonly Child[]>([blank])
  const [hasConsented, setConsented] = useState(false)
  const command = useCommand('activities.signUp')
  const isFamily = who === 'withChildren'
  const change = (at: number, fields: Partial<Child>) =>
    setChildren(children.map((child, nth) => (nth === at ? { ...child, ...fields } : child)))
  const send = () =>
    command.mutate(
      { id: session.id, who, children: isFamily ? [...children] : [], hasConsented: isFamily && hasConsented },
      {
        onSuccess: (answer) => {
          toast(answer.standing === 'place' ? '报名成功' : standingWords(answer))
          onClose()
        },
      },
    )
  const lacks = isFamily && (children.some(({ name }) => !name.trim()) || !hasConsented)
  return (
    <Sheet
      open
      title="报名"
      onClose={onClose}
      actions={
        <Submit
          words="确认报名"
          busy={command.isPending}
          disabled={lacks}
          reason="填好孩子的名字并同意，才能报名"
          problem={problemOf(command.error) ?? command.error?.message}
          onPress={send}
        />
      }
    >
      {session.canBringChildren && (
        <Choice label="谁参加" layout="list" options={companies} value={who} onChange={setWho} />
      )}
      {isFamily && (
        <View>
          {children.map((child, at) => (
            <View key={at}>
              <Field
                label={children.length > 1 ? `第 ${at + 1} 个孩子的名字` : '孩子的名字'}
                required
                maxLength={10}
                placeholder="只写名字或小名，例如：小宝"
                value={child.name}
                onChange={(name) => change(at, { name })}
              />
              <Choice
                label={children.length > 1 ? `第 ${at + 1} 个孩子的年龄段` : '年龄段'}
                options={ageGroups.map((value) => ({ value, label: ageGroupNames[value] }))}
                value={child.ageGroup}
                onChange={(ageGroup) => change(at, { ageGroup })}
              />
              {children.length > 1 && (
                <Button
                  size="small"
                  tone="ghost"
                  onPress={() => setChildren(children.filter((_child, nth) => nth !== at))}
                >
                  {`去掉第 ${at + 1} 个孩子`}
                </Button>
              )}
            </View>
          ))}
          {children.length < childrenMax && (
            <Button size="small" tone="ghost" icon="plus" onPress={() => setChildren([...children, blank])}>
              再加一个孩子
            </Button>
          )}
          <SwitchCell
            title="我是监护人，同意为这场活动登记孩子的名字和年龄段"
            note="不同意也可以自己报名。取消报名后马上删除。孩子的积分记在家庭账户。"
            on={hasConsented}
            onChange={setConsented}
          />
        </View>
      )}
      {!isFamily && <View className="session-sheet-note">{`${session.title}，满了会排候补，空出来自动递补。`}</View>}
      {!session.canBringChildren && (
        <View className="session-sheet-note">想带孩子来，先在“我的”里绑定住房：孩子的积分记在家庭账户。</View>
      )}
    </Sheet>
  )
}
