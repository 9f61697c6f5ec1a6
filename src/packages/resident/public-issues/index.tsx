import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { FilterBar } from './filter-bar'
import { everything, type Filter } from './filters'
import { NearMe } from './near-me'
import { PublicList } from './public-list'
import { PublicMap } from './public-map'
import { useNearby } from './use-nearby'
import './index.scss'

const tabs = [
  { value: 'list' as const, label: '列表' },
  { value: 'map' as const, label: '地图' },
]

/** 邻里事项: what is being dealt with around here, as a list and as a map of the same. */
export default function PublicIssuesPage() {
  const [tab, setTab] = useState<'list' | 'map'>('list')
  const [filter, setFilter] = useState<Filter>(everything)
  const nearby = useNearby()
  useShareAppMessage(() => ({ title: '社区里在办的事', path: '/packages/resident/public-issues/index' }))
  const showEverything = () => {
    setFilter(everything)
    nearby.clear()
  }
  const shown = { filter, near: nearby.point, onEverything: showEverything }
  return (
    <Page title="邻里事项" lead="只写什么事、大概在哪，不写是谁报的。">
      <Segmented label="看法" items={tabs} value={tab} onChange={setTab} />
      <FilterBar filter={filter} onChange={setFilter} />
      <NearMe nearby={nearby} />
      {tab === 'list' ? <PublicList {...shown} /> : <PublicMap {...shown} />}
      <PrivacyAsk />
    </Page>
  )
}
