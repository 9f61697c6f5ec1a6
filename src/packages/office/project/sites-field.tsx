import { View } from '@tarojs/components'
import { Field } from '@/ui/field'
import { Section } from '@/ui/page'
import { BuildingsField, useBuildings } from './buildings-field'

interface Site {
  buildingId: string
  weight: number
  percent: number
}

type Props = { value: readonly Site[]; onChange: (sites: Site[]) => void; error?: string }

const numberOf = (typed: string): number => Number(typed.replace(/\D/g, ''))

/** Which buildings are worked on, how far each is and how much it counts. */
export function SitesField({ value, onChange, error }: Props) {
  const { nameOf } = useBuildings()
  const choose = (buildingIds: string[]) =>
    onChange(
      buildingIds.map(
        (buildingId) => value.find((one) => one.buildingId === buildingId) ?? { buildingId, weight: 1, percent: 0 },
      ),
    )
  const change = (buildingId: string, fields: Partial<Site>) =>
    onChange(value.map((one) => (one.buildingId === buildingId ? { ...one, ...fields } : one)))
  return (
    <Section title="各楼进度" note="只做一处、不按楼施工的，不用填。权重是工程量，例如单元数；都一样就填 1。">
      <BuildingsField
        label="施工的楼"
        value={value.map(({ buildingId }) => buildingId)}
        required={false}
        error={error}
        onChange={choose}
      />
      <View>
        {value.map(({ buildingId, weight, percent }) => (
          <View key={buildingId}>
            <Field
              label={`${nameOf(buildingId)}进度（%）`}
              kind="number"
              maxLength={3}
              value={String(percent)}
              onChange={(typed) => change(buildingId, { percent: numberOf(typed) })}
            />
            <Field
              label={`${nameOf(buildingId)}权重`}
              kind="number"
              maxLength={4}
              value={String(weight)}
              onChange={(typed) => change(buildingId, { weight: numberOf(typed) })}
            />
          </View>
        ))}
      </View>
    </Section>
  )
}
