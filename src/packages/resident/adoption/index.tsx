import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import type { Ask } from '@/features/issues/joint/ask'
import { AskSheet } from '@/features/issues/joint/ask-sheet'
import { openIssue } from '@/features/issues/open-issue'
import { dateWords, momentWords } from '@/features/issues/time-words'
import { CallButton } from '@/features/organization/call-button'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import type { AdoptionDetail } from '@/shared/contracts/issues/adoption-shapes'
import { dayOf } from '@/shared/kernel/time'
import { Button, Link } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Page, Section } from '@/ui/page'
import { PhotoGrid } from '@/ui/photo-grid'
import { endAsk, noteAsk } from './asks'
import { RenewSheet } from './renew-sheet'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪一项认养，请从“绿地认养”里打开' } }

/** One adopted plot: who looks after it, how often, until when, and what was done. */
export default function AdoptionPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('issues.getAdoption', { id }, { enabled: id !== '' })
  const [ask, setAsk] = useState<Ask | null>(null)
  const [isRenewing, setRenewing] = useState(false)
  const adoption = query.data
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Page title={adoption?.name ?? '认养详情'} {...(id ? pageState(query) : unnamed)} skeleton="card">
      {adoption && (
        <>
          <Standing adoption={adoption} />
          <About adoption={adoption} />
          <Upkeep adoption={adoption} onNote={() => setAsk(noteAsk(id))} />
          <View className="adoption-acts">
            {adoption.canRenew && (
              <Button block tone="secondary" onPress={() => setRenewing(true)}>
                {adoption.state === 'lapsed' ? '重新交给认养人' : '续期'}
              </Button>
            )}
            {adoption.canEnd && (
              <Button block tone="ghost" onPress={() => setAsk(endAsk(id))}>
                终止认养
              </Button>
            )}
          </View>
          {ask && (
            <AskSheet
              key={ask.key}
              ask={ask}
              about={{ id, now: adoption.now, owner: { personId: '' } }}
              onClose={() => setAsk(null)}
            />
          )}
          {isRenewing && <RenewSheet adoption={adoption} onClose={() => setRenewing(false)} />}
          <PrivacyAsk />
        </>
      )}
    </Page>
  )
}

function Standing({ adoption }: { adoption: AdoptionDetail }) {
  const { state, endReason, custodian } = adoption
  if (state === 'active') return null
  const who = custodian ? `现在由${custodian.roleName}${custodian.name}负责照看` : '现在由社区照看'
  return (
    <Banner tone="warn" title={state === 'lapsed' ? '已交回社区' : '已终止'}>
      {endReason ? `${endReason}。${who}。` : `${who}。`}
    </Banner>
  )
}

function About({ adoption }: { adoption: AdoptionDetail }) {
  const { issueId, issueCode, custodian, photos, areaSquareMeters, now } = adoption
  const today = dayOf(now)
  return (
    <Section title="认养">
      <Card>
        {photos.length > 0 && <PhotoGrid photos={photos.map(({ id, url }) => ({ id, src: url }))} />}
        <Facts
          items={[
            { label: '位置', value: adoption.place },
            ...(areaSquareMeters === null ? [] : [{ label: '面积', value: `${areaSquareMeters} 平方米` }]),
            { label: '认养人', value: adoption.adopterName },
            { label: '职责', value: adoption.dutyWords },
            { label: '期限', value: `${dateWords(adoption.from, today)} 至 ${dateWords(adoption.to, today)}` },
            ...(issueCode
              ? [
                  {
                    label: '从哪来',
                    value: issueId ? (
                      <Link icon="chevron" onPress={() => openIssue(issueId)}>{`事项 ${issueCode}`}</Link>
                    ) : (
                      `事项 ${issueCode}`
                    ),
                  },
                ]
              : []),
          ]}
        />
        {custodian?.dutyPhone && <CallButton name={custodian.name} phone={custodian.dutyPhone} />}
      </Card>
    </Section>
  )
}

function Upkeep({ adoption, onNote }: { adoption: AdoptionDetail; onNote: () => void }) {
  const { upkeep, upkeepCount, upkeepToday, lastUpkeepOn, canNote, now } = adoption
  const last = lastUpkeepOn ? `最近一次 ${dateWords(lastUpkeepOn, dayOf(now))}` : '这一期还没有养护记录'
  return (
    <Section title={`养护记录（${upkeepCount}）`}>
      <Card>
        <View className="adoption-last">{`${last}，今天 ${upkeepToday} 次`}</View>
        {canNote && (
          <Button block icon="edit" onPress={onNote}>
            记一次养护
          </Button>
        )}
        {upkeep.map((note) => (
          <View key={`${note.at}${note.text}`} className="adoption-note">
            <View className="adoption-note-head">{`${momentWords(note.at, now)} · ${note.byName}`}</View>
            <View className="adoption-note-text">{note.text}</View>
            {note.photos.length > 0 && <PhotoGrid photos={note.photos.map(({ id, url }) => ({ id, src: url }))} />}
          </View>
        ))}
      </Card>
    </Section>
  )
}
