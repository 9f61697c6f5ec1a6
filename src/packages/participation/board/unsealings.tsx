import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand, usePages } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { momentWords } from '@/features/issues/time-words'
import { ListEnd } from '@/features/paging/list-end'
import type { ContractOf } from '@/shared/contracts'
import { answerNames, channelNames, notesKeptYears } from '@/shared/kernel/consents'
import type { OutputOf } from '@/shared/kernel/capability'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Field } from '@/ui/field'
import { Section } from '@/ui/page'
import { Sheet, useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { grouped } from '../words'
import type { BoardAnswer } from './index'

type Opened = OutputOf<ContractOf<'consents.confirmUnsealing'>>
type Row = OutputOf<ContractOf<'consents.listUnsealings'>>['unsealings'][number]

/** Lines that two sworn counters opened together, and the way to ask for one. */
export function Unsealings({ answer }: { answer: BoardAnswer }) {
  const { id, isCounter, counterNames } = answer
  const [isAsking, setAsking] = useState(false)
  const pages = usePages('consents.listUnsealings', { id })
  const now = pages.data?.pages[0]?.now
  const rows = pages.data?.pages.flatMap((page) => page.unsealings) ?? []
  return (
    <Section
      title="拆封核对"
      note={`监票人：${counterNames.join('、')}。对某一户的记录有疑问，须两位监票人一起才能看到是谁家，每次都留下记录。结果公布满 ${notesKeptYears} 年后，姓名、签名和照片删除，只能看到门牌和意见。`}
    >
      {now && rows.map((row) => <Asked key={row.id} row={row} now={now} />)}
      <ListEnd pages={pages} />
      {isCounter && (
        <Button block tone="secondary" icon="key" onPress={() => setAsking(true)}>
          申请拆封一户
        </Button>
      )}
      {isAsking && <AskSheet id={id} onClose={() => setAsking(false)} />}
    </Section>
  )
}

function Asked({ row, now }: { row: Row; now: string }) {
  const command = useCommand('consents.confirmUnsealing')
  const [opened, setOpened] = useState<Opened>()
  const [ask, dialog] = useConfirm()
  const confirm = async () => {
    const words = '同意后显示这一户的门牌、签字人和意见，只显示一次。您的姓名和时间会记入日志。'
    if (!(await ask({ title: '同意拆封这一户？', words, confirmText: '同意拆封', cancelText: '取消' }))) return
    command.mutate({ id: row.id }, { onSuccess: setOpened, onError: (error) => toast(error.message) })
  }
  const { confirmedAt, confirmedByName } = row
  return (
    <Card>
      <Facts
        items={[
          { label: '户号', value: grouped(row.pseudonym) },
          { label: '原因', value: row.reason },
          { label: '申请', value: `${row.askedByName}，${momentWords(row.askedAt, now)}` },
          {
            label: '同意',
            value: confirmedAt ? `${confirmedByName}，${momentWords(confirmedAt, now)}` : '还没有另一位监票人同意',
          },
        ]}
      />
      {row.canConfirm && (
        <Button block tone="secondary" loading={command.isPending} onPress={() => void confirm()}>
          同意拆封
        </Button>
      )}
      {opened && <OpenedSheet opened={opened} onClose={() => setOpened(undefined)} />}
      {dialog}
    </Card>
  )
}

/** Why it does not say who signed. */
const goneWords = {
  term: `结果公布已满 ${notesKeptYears} 年，姓名、签名和照片按保存期限删除了，意见还在`,
  left: '本人已注销，姓名、签名和照片随之删除了，意见还在',
}

function OpenedSheet({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { label, signerName, goneFor, answer, channel } = opened
  return (
    <Sheet open title="核对这一户" onClose={onClose}>
      <View>
        <Banner tone="warn">只显示这一次，关上后看不到了。请勿外传。</Banner>
        <Facts
          items={[
            { label: '门牌', value: label },
            { label: '签字人', value: signerName ?? (goneFor ? goneWords[goneFor] : '没有') },
            { label: '意见', value: answer ? answerNames[answer] : '没有意见' },
            ...(channel ? [{ label: '方式', value: channelNames[channel] }] : []),
          ]}
        />
      </View>
    </Sheet>
  )
}

function AskSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [pseudonym, setPseudonym] = useState('')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const command = useCommand('consents.askUnsealing')
  const cleaned = pseudonym.replace(/\s/g, '').toLowerCase()
  const send = () => {
    const found = {
      ...(/^[0-9a-f]{24}$/.test(cleaned) ? {} : { pseudonym: '请从导出的日志里抄 24 位户号' }),
      ...(reason.trim() ? {} : { reason: '请写明原因' }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    command.mutate(
      { id, pseudonym: cleaned, reason },
      {
        onSuccess: () => {
          toast('已申请，等另一位监票人同意')
          onClose()
        },
      },
    )
  }
  return (
    <Sheet
      open
      title="申请拆封一户"
      onClose={onClose}
      actions={<Submit words="提交申请" busy={command.isPending} problem={problemOf(command.error)} onPress={send} />}
    >
      <View>
        <Field
          label="户号"
          required
          maxLength={40}
          help="导出日志里的 24 位编码"
          value={pseudonym}
          error={errors.pseudonym}
          onChange={setPseudonym}
        />
        <Field
          label="原因"
          required
          kind="lines"
          maxLength={200}
          value={reason}
          error={errors.reason}
          onChange={setReason}
        />
      </View>
    </Sheet>
  )
}
