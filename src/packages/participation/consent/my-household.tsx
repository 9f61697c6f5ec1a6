import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { CallButton } from '@/features/organization/call-button'
import { answerNames, channelNames } from '@/shared/kernel/consents'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Section } from '@/ui/page'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { grouped, type ConsentDetail, type Mine } from '../words'
import { ProveOwn } from './prove-own'
import { SignForm } from './sign-form'

const bearers = { proprietor: '业主本人', proxy: '业主书面委托的人' } as const

type Props = { consent: ConsentDetail; mine: Mine; link: string | undefined }

/** What my household has said, and the way to say it, change it or take it back. Nobody else but our contact sees this part. */
export function MyHousehold({ consent, mine, link }: Props) {
  const [isSigning, setSigning] = useState(false)
  const { isOpen } = consent
  const hasAnswer = mine.answer !== null
  return (
    <Section
      title={mine.linkName ? '这一户的意见' : '我家的意见'}
      note={`${mine.label}。除了本户业主和联系人，谁也看不到。`}
    >
      {mine.linkName && mine.signsAs && isOpen && (
        <Banner tone="info" title={`这个链接发给 ${mine.linkName}（${bearers[mine.signsAs]}）`}>
          {`签的字记在 ${mine.linkName} 名下。不是本人请不要签，也不要转给别人。`}
        </Banner>
      )}
      {mine.answer && mine.channel && <Given mine={mine} />}
      {!hasAnswer && mine.signsAs && !isOpen && (
        <Banner tone="neutral">{`${mine.linkName ? '这一户' : '您家'}没有留下意见。`}</Banner>
      )}
      {mine.isInConflict && (
        <Banner tone="warn" title="纸质和网上签的不一样">
          按征询前定好的办法只算一个，就是上面这个。要改，再签一次即可。
        </Banner>
      )}
      {consent.result && mine.signsAs && <ProveOwn consent={consent} mine={mine} link={link} />}
      {!mine.signsAs && (
        <Banner tone="info">只有业主本人能代表这一户签字。您若是业主，请在“我的信息”里按业主绑定住房。</Banner>
      )}
      {mine.signsAs && !mine.maySign && (
        <Banner tone="info">{`这一户由共有人 ${mine.signerName ?? ''} 签字。要换人，请对方在本页改推举您。`}</Banner>
      )}
      {isOpen && mine.maySign && !hasAnswer && <SignForm id={consent.id} mine={mine} link={link} />}
      {isOpen && mine.maySign && hasAnswer && !isSigning && (
        <>
          <Button block tone="secondary" icon="edit" onPress={() => setSigning(true)}>
            改变意见，重新签字
          </Button>
          <TakeBack id={consent.id} link={link} />
        </>
      )}
      {isOpen && isSigning && hasAnswer && (
        <SignForm id={consent.id} mine={mine} link={link} onDone={() => setSigning(false)} />
      )}
      {isOpen && mine.maySign && mine.coOwners.length > 0 && <CoOwners id={consent.id} mine={mine} />}
      {mine.contact && isOpen && (
        <Card title={`联系人 ${mine.contact.name}`}>
          {mine.contact.phone ? (
            <CallButton name={mine.contact.name} phone={mine.contact.phone} />
          ) : (
            '有不明白的，可以当面问联系人。'
          )}
        </Card>
      )}
    </Section>
  )
}

function Given({ mine }: { mine: Mine }) {
  return (
    <Card>
      <Facts
        items={[
          { label: '意见', value: mine.answer ? answerNames[mine.answer] : '' },
          { label: '方式', value: mine.channel ? channelNames[mine.channel] : '' },
          ...(mine.signerName ? [{ label: '签字人', value: mine.signerName }] : []),
          ...(mine.receipt ? [{ label: '回执', value: grouped(mine.receipt) }] : []),
        ]}
      />
    </Card>
  )
}

function TakeBack({ id, link }: { id: string; link: string | undefined }) {
  const command = useCommand('consents.withdrawAnswer')
  const [ask, dialog] = useConfirm()
  const takeBack = async () => {
    const words = '撤回后您家算作没有意见；截止前随时可以再签。'
    if (!(await ask({ title: '撤回您家的意见？', words, confirmText: '撤回', cancelText: '再想想' }))) return
    command.mutate(
      { id, ...(link ? { link } : {}) },
      { onSuccess: () => toast('已撤回'), onError: (error) => toast(error.message) },
    )
  }
  return (
    <>
      <Button block tone="ghost" loading={command.isPending} onPress={() => void takeBack()}>
        撤回意见
      </Button>
      {dialog}
    </>
  )
}

function CoOwners({ id, mine }: { id: string; mine: Mine }) {
  const command = useCommand('consents.setSigner')
  const [ask, dialog] = useConfirm()
  const name = async (personId: string, who: string) => {
    const words = '以后由对方签字、更改或撤回。这次变更会记入日志。'
    if (!(await ask({ title: `推举 ${who} 签字？`, words, confirmText: '推举', cancelText: '取消' }))) return
    command.mutate(
      { id, personId },
      { onSuccess: () => toast(`已推举 ${who}`), onError: (error) => toast(error.message) },
    )
  }
  return (
    <>
      <CellGroup title="共有人" note="一户一签，由一位共有人代表签字。">
        {mine.coOwners.map((owner) => (
          <Cell
            key={owner.personId}
            icon="person"
            title={`推举 ${owner.name} 签字`}
            onPress={() => void name(owner.personId, owner.name)}
          />
        ))}
      </CellGroup>
      {dialog}
    </>
  )
}
