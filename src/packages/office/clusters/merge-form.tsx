import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { Submit } from '@/features/forms/submit'
import { openIssue } from '@/features/issues/open-issue'
import { dateWords } from '@/features/issues/time-words'
import { dayOf } from '@/shared/kernel/time'
import { Link } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice, Choices } from '@/ui/choice'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'
import type { Cluster } from './cluster-detail'

const mergedMax = 20

/** Which one stands for all, and which go into it; everything is chosen beforehand, so that one tap is enough. */
export function MergeForm({ cluster }: { cluster: Cluster }) {
  const open = cluster.issues.filter(({ canMerge, id }) => canMerge || id === cluster.parentId)
  const [parentId, setParent] = useState(cluster.parentId)
  const [left, setLeft] = useState<readonly string[]>([])
  const command = useCommand('issues.mergeCluster')
  const rest = open.filter(({ id, canMerge }) => id !== parentId && canMerge)
  const chosen = rest.map(({ id }) => id).filter((id) => !left.includes(id))
  const ids = chosen.slice(0, mergedMax)
  const numberOf = (id: string) => cluster.issues.findIndex((one) => one.id === id) + 1
  const today = dayOf(cluster.now)
  const optionOf = ({ id, code, text, metersAway, createdAt, stateName }: Cluster['issues'][number]) => ({
    value: id,
    label: `${numberOf(id)}. ${text}`,
    note: `编号 ${code} · ${dateWords(dayOf(createdAt), today)} · 相距 ${metersAway} 米 · ${stateName}`,
  })
  const send = () => {
    if (!parentId) return
    command.mutate(
      { clusterId: cluster.id, parentId, ids },
      {
        onSuccess: () => {
          toast('已合并，会告诉每一位上报人')
          openIssue(parentId)
        },
      },
    )
  }
  return (
    <>
      <Section title="以哪件为主">
        <Card>
          <Choice
            label="以哪件为主"
            hideLabel
            layout="list"
            options={open.map(optionOf)}
            value={parentId}
            onChange={setParent}
          />
          {parentId && <Link onPress={() => openIssue(parentId)}>打开这件看看</Link>}
        </Card>
      </Section>
      {rest.length > 0 && (
        <Section title={`并入的（${ids.length}）`}>
          <Card>
            <Choices
              label="并入哪些"
              hideLabel
              layout="list"
              help="各件的经过都保留，并错了可以取消合并。"
              options={rest.map(optionOf)}
              value={chosen}
              onChange={(kept) => setLeft(rest.map(({ id }) => id).filter((id) => !kept.includes(id)))}
            />
          </Card>
        </Section>
      )}
      <View className="cluster-send">
        <Submit
          words={`合并为一件（${ids.length + 1} 件）`}
          busy={command.isPending}
          problem={command.error?.message}
          disabled={!parentId || ids.length === 0}
          reason="请选一件为主，再选至少一件并入"
          onPress={send}
        />
      </View>
    </>
  )
}
