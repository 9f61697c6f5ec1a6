import { View } from '@tarojs/components'
import { useCapability } from '@/client/hooks'
import { PointMap } from '@/features/map/point-map'
import { Banner } from '@/ui/card'
import { Field } from '@/ui/field'
import { Section } from '@/ui/page'
import { Loading } from '@/ui/states'
import type { Typed } from './typed'

type Props = {
  typed: Pick<Typed, 'point' | 'placeWords'>
  errors: Readonly<Record<string, string>>
  onGive: (fields: Partial<Typed>) => void
}

/** Where: a point, by which check-ins are measured, and words, by which people find it. */
export function WhereFields({ typed, errors, onGive }: Props) {
  const asked = useCapability('organization.listGrids', {}, { staleMinutes: 60 })
  return (
    <Section title="在哪里" note="签到时按地图上的点核对是不是到了现场。">
      <Field
        label="地点"
        required
        maxLength={60}
        placeholder="例如：党群服务中心门口"
        value={typed.placeWords}
        error={errors.placeWords}
        onChange={(placeWords) => onGive({ placeWords })}
      />
      {asked.data ? (
        <PointMap label="活动地点" grids={asked.data.grids} pin={typed.point} onPin={(point) => onGive({ point })} />
      ) : (
        <Loading shape="card" label="正在打开地图" />
      )}
      <View>
        {errors.point ? (
          <Banner tone="danger" urgent>
            {errors.point}
          </Banner>
        ) : (
          <Banner tone="info">
            {typed.point ? '已标出位置。不准的话，点别处就能改。' : '在地图上点一下活动地点。'}
          </Banner>
        )}
      </View>
    </Section>
  )
}
