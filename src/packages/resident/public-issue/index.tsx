import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { ProjectLink } from '@/features/projects/project-link'
import { WorksCard } from '@/features/issues/works-card'
import { momentWords } from '@/features/issues/time-words'
import type { PublicDetail } from '@/shared/contracts/issues/public'
import { ActionBar } from '@/ui/action-bar'
import { Card, Facts } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Page, Section } from '@/ui/page'
import { PhotoGrid } from '@/ui/photo-grid'
import { Timeline } from '@/ui/timeline'
import { PublicHead } from './public-head'
import { PublicOutcome } from './public-outcome'
import { PlaceOnMap } from './place-on-map'
import { ShareButton } from './share-button'
import '../issue/index.scss'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪一件事，请从“邻里事项”里打开' } }

/** One issue as everybody may see it: what, about where, how it stands and what came of it; nobody's name. */
export default function PublicIssuePage() {
  const { id = '' } = useRouter().params
  const query = useCapability('issues.getPublicIssue', { id }, { enabled: id !== '' })
  const issue = query.data
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  useShareAppMessage(() => ({
    title: issue ? `${issue.className}：${issue.stateName}` : '社区里在办的事',
    path: `/packages/resident/public-issue/index?id=${id}`,
  }))
  const bar = (
    <ActionBar>
      <ShareButton />
    </ActionBar>
  )
  return (
    <Page {...(id ? pageState(query) : unnamed)} skeleton="card" bottom={issue && bar}>
      {issue && (
        <>
          <PublicHead issue={issue} />
          {!issue.works?.pairs.length && <PublicOutcome issue={issue} />}
          {issue.works && <WorksCard works={issue.works} now={issue.now} />}
          <What issue={issue} />
          {issue.project && <ProjectLink project={issue.project} />}
          <Way issue={issue} />
        </>
      )}
    </Page>
  )
}

function What({ issue }: { issue: PublicDetail }) {
  const { place, photos, resultPhotos, othersCount } = issue
  return (
    <Section title="什么事">
      <Card>
        <View className="issue-text">{issue.text}</View>
        {resultPhotos.length === 0 && photos.length > 0 && (
          <PhotoGrid photos={photos.map(({ id, url }) => ({ id, src: url }))} />
        )}
        <View className="issue-place">
          <Icon name="pin" className="issue-place-icon" />
          <View className="issue-place-words">
            <View>{place.label}</View>
            <View className="issue-place-note">大概位置，只到楼或路段</View>
          </View>
        </View>
        {place.point && <PlaceOnMap point={place.point} label={place.label} />}
        <Facts
          items={[
            { label: '上报时间', value: momentWords(issue.createdAt, issue.now) },
            { label: '办理时限', value: issue.limitLabel },
            ...(issue.gridName ? [{ label: '所在网格', value: issue.gridName }] : []),
            ...(othersCount > 0 ? [{ label: '也遇到的', value: `另有 ${othersCount} 位居民` }] : []),
          ]}
        />
      </Card>
    </Section>
  )
}

function Way({ issue }: { issue: PublicDetail }) {
  const items = issue.steps.map(({ at, title, to, postName }, index) => ({
    id: String(index),
    title,
    time: momentWords(at, issue.now),
    actor: postName ?? undefined,
    tone: to === 'closed' ? ('success' as const) : ('primary' as const),
  }))
  return (
    <Section title="办理过程">
      <Card>
        <Timeline items={items} />
      </Card>
    </Section>
  )
}
