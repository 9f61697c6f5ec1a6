import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { queryClient } from '@/client/query-client'
import { sendWaiting } from '@/client/waiting'
import { becomePersona, listPersonas, type Persona } from '@/client/session.h5'
import { SearchField } from '@/ui/field'
import { Mascot } from '@/ui/mascot'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'
import { PersonaRow } from './persona-row.h5'
import { groupNames, groupOf, searchPersonas, type PersonaGroup } from './personas.h5'
import './persona-picker.scss'

const groups = Object.keys(groupNames) as PersonaGroup[]

/** Who to be on the local cloud: the first thing seen in a browser, and never seen on WeChat. */
export function PersonaPicker() {
  const asked = useQuery({ queryKey: ['personas'], queryFn: listPersonas, staleTime: Infinity })
  const [group, setGroup] = useState<PersonaGroup>('residents')
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const personas = asked.data ?? []
  const home = personas[0]?.communityId ?? ''
  const shown = typed.trim()
    ? searchPersonas(personas, typed)
    : personas.filter((persona) => groupOf(persona, home) === group)

  const become = async (persona: Persona) => {
    if (chosen) return
    setChosen(persona.id)
    try {
      queryClient.clear()
      await becomePersona(persona.id)
      void sendWaiting()
      void Taro.switchTab({ url: '/pages/home/index' })
    } catch {
      setChosen(null)
      toast('没有进去，请确认本地服务还在运行')
    }
  }

  return (
    <Page
      loading={asked.isPending}
      error={asked.error && { message: '没有连上本地服务，请确认它还在运行' }}
      onRetry={() => void asked.refetch()}
    >
      <View className="persona-head">
        <View className="persona-head-words">
          <View className="persona-head-eyebrow">全要素网格</View>
          <View className="persona-head-title" role="heading" aria-level={1}>
            您想以谁的身份进来看看？
          </View>
        </View>
        <Mascot name="xinbao" className="persona-head-mascot" />
      </View>
      <View className="persona-note">本地演示身份，仅在本机出现。人名、电话和小区都是虚构的示例。</View>
      <SearchField value={typed} onChange={setTyped} placeholder="搜姓名、岗位或网格" />
      {!typed.trim() && (
        <Segmented
          label="按身份选择"
          value={group}
          onChange={setGroup}
          items={groups.map((value) => ({ value, label: groupNames[value] }))}
        />
      )}
      {shown.length === 0 ? (
        <Empty title="没有找到这个人" words="换个姓名或岗位再试试，比如“网格员”" mascot="shengbao" />
      ) : (
        <View className="persona-list">
          {shown.map((persona) => (
            <PersonaRow
              key={persona.id}
              persona={persona}
              isChosen={chosen === persona.id}
              onChoose={() => void become(persona)}
            />
          ))}
        </View>
      )}
    </Page>
  )
}
