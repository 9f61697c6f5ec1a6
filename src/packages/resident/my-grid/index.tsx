import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { Link } from '@/ui/button'
import { Page, Section } from '@/ui/page'
import { DutyDesk } from './duty-desk'
import { GridChoice } from './grid-choice'
import { GridMap } from './grid-map'
import { Seats } from './seats'
import './index.scss'

/** 我的网格: who looks after this patch, how to ring them, and where it ends. */
export default function MyGridPage() {
  const [gridId, setGridId] = useState<string>()
  const [isChoosing, setChoosing] = useState(false)
  const team = useCapability('organization.getMyTeam', gridId ? { gridId } : {}, { staleMinutes: 10 })
  const grids = useCapability('organization.listGrids', {}, { staleMinutes: 60 })
  usePullDownRefresh(() => void team.refetch().finally(() => Taro.stopPullDownRefresh()))

  const choose = (id: string) => {
    setChoosing(false)
    setGridId(id)
  }
  const shown = team.data?.grid
  return (
    <Page
      {...pageState(team)}
      eyebrow={team.data?.isMine ? '我住的网格' : shown && '正在看的网格'}
      title={shown?.name}
      lead={shown && [shown.branchName, shown.groupName].filter(Boolean).join(' · ')}
    >
      {team.data && shown && (
        <>
          <View className="my-grid-map">
            <GridMap grids={grids.data?.grids} gridId={shown.id} onGrid={choose} />
            <View className="my-grid-map-foot">
              <Link icon="swap" onPress={() => setChoosing(true)}>
                看别的网格
              </Link>
            </View>
          </View>
          <DutyDesk {...team.data.dutyDesk} />
          <Section title="网格队伍" note="十种岗位，各管一段。有空缺的如实列出。">
            <Seats seats={team.data.seats} />
          </Section>
          <GridChoice
            isOpen={isChoosing}
            grids={grids.data?.grids ?? []}
            gridId={shown.id}
            onChoose={choose}
            onClose={() => setChoosing(false)}
          />
        </>
      )}
    </Page>
  )
}
