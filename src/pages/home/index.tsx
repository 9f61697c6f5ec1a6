import { useNeedsPersona } from '@/features/session/gate'
import { PersonaPicker } from '@/features/session/persona-picker'
import { Home } from './home'

export default function HomePage() {
  return useNeedsPersona() ? <PersonaPicker /> : <Home />
}
