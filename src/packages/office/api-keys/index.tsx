import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { useMe } from '@/client/me'
import { dutiesOf } from '@/features/gridwork/duties'
import { momentWords } from '@/features/issues/time-words'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { ActionBar } from '@/ui/action-bar'
import { Button, Link } from '@/ui/button'
import { Card, Facts } from '@/ui/card'
import { Page } from '@/ui/page'
import { useConfirm } from '@/ui/sheet'
import { Empty } from '@/ui/states'
import { Tag } from '@/ui/tag'
import { toast } from '@/ui/toast'
import { NewKeySheet } from './new-key-sheet'

type Key = OutputOf<ContractOf<'issues.listApiKeys'>>['keys'][number]

const noPermission = { error: { message: '接入密钥由管理员管理，您的身份不能打开' } }

/** Who may hand reports in from a system of their own: keys given out, and taken back. */
export default function ApiKeysPage() {
  const me = useMe()
  const isForbidden = me.data && !dutiesOf(me.data.person.roles).givesKeys
  const query = useCapability('issues.listApiKeys', {}, { enabled: me.data !== undefined && !isForbidden })
  const command = useCommand('issues.revokeApiKey')
  const [isAdding, setAdding] = useState(false)
  const [confirm, dialog] = useConfirm()
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const keys = query.data?.keys ?? []
  const revoke = async ({ id, owner }: Key) => {
    const title = `停用“${owner}”的密钥？`
    const words = '停用后对方马上不能再上报和查询，也不能恢复；要再接入，就生成一把新的。'
    if (!(await confirm({ title, words, confirmText: '停用', danger: true }))) return
    command.mutate({ id }, { onSuccess: () => toast('已停用'), onError: (error) => toast(error.message) })
  }
  return (
    <Page
      title="接入密钥"
      lead="12345 热线等外部系统凭密钥，用开放接口（Open311 GeoReport v2）上报和查询。"
      skeleton="card"
      {...(isForbidden ? noPermission : pageState(query.data ? query : me.data ? query : me))}
      bottom={
        query.data && (
          <ActionBar>
            <Button block icon="plus" onPress={() => setAdding(true)}>
              生成密钥
            </Button>
          </ActionBar>
        )
      }
    >
      {query.data && keys.length === 0 && <Empty title="还没有发出密钥" words="生成一把，交给要接入的单位。" />}
      {keys.map((key) => (
        <Card
          key={key.id}
          title={key.owner}
          extra={<Tag tone={key.isActive ? 'success' : 'neutral'}>{key.isActive ? '在用' : '已停用'}</Tag>}
        >
          <Facts
            items={[
              { label: key.isActive ? '生成' : '停用', value: momentWords(key.setAt, query.data!.now) },
              { label: '上限', value: `十分钟 ${key.perTenMinutes} 件，紧急的不限` },
              { label: '最近上报', value: key.usedAt ? momentWords(key.usedAt, query.data!.now) : '还没有' },
            ]}
          />
          {key.isActive && (
            <Link label={`停用：${key.owner}`} onPress={() => void revoke(key)}>
              停用
            </Link>
          )}
        </Card>
      ))}
      {isAdding && <NewKeySheet onClose={() => setAdding(false)} />}
      {dialog}
    </Page>
  )
}
