interface Coin {
  lot: string
  at: string
}

interface Done {
  kind: string
  coins: Coin[]
  gain: number
  owes: number
  day: string
  refers?: string
}

/** The least there could be of a ledger: every half point is a coin with a last day and a place where it lies. */
export class Coins {
  coins: Coin[] = []
  owed = 0
  private readonly done = new Map<string, Done>()

  constructor(
    private readonly max: number,
    private readonly lastDayOf: (day: string) => string,
    private readonly reverseDays: number,
    private readonly daysApart: (from: string, to: string) => number,
  ) {}

  private at = (place: string): Coin[] => this.coins.filter((coin) => coin.at === place)
  private has = (): number => this.coins.filter(({ at }) => at === 'free' || at.startsWith('hold')).length
  private oldest = (some: Coin[]): Coin[] => [...some].sort((a, b) => a.lot.localeCompare(b.lot))
  private mint(count: number, lot: string): Coin[] {
    const made = Array.from({ length: count }, () => ({ lot, at: 'free' }))
    this.coins.push(...made)
    return made
  }
  private move(coins: Coin[], to: string): Coin[] {
    for (const coin of coins) coin.at = to
    return coins
  }

  award(id: string, n: number, day: string): boolean {
    const given = Math.max(0, Math.min(n, this.max + this.owed - this.has()))
    if (given === 0) return false
    const repaid = Math.min(this.owed, given)
    this.owed -= repaid
    const coins = this.mint(given - repaid, this.lastDayOf(day))
    this.done.set(id, { kind: 'award', coins, gain: given, owes: -repaid, day })
    return true
  }

  hold(id: string, n: number, day: string): boolean {
    const fresh = this.oldest(this.at('free')).filter(({ lot }) => lot >= day)
    if (fresh.length < n) return false
    this.move(fresh.slice(0, n), `hold ${id}`)
    return true
  }

  end(kind: 'capture' | 'release', id: string, holdId: string, day: string): boolean {
    const coins = this.at(`hold ${holdId}`)
    if (coins.length === 0) return false
    for (const coin of coins) coin.at = kind === 'capture' ? 'out' : coin.lot >= day ? 'free' : 'expired'
    if (kind === 'capture') this.done.set(id, { kind, coins, gain: -coins.length, owes: 0, day })
    return true
  }

  expire(day: string): boolean {
    const ended = this.at('free').filter(({ lot }) => lot < day)
    this.move(ended, 'expired')
    return ended.length > 0
  }

  adjust(id: string, n: number, day: string): boolean {
    const free = this.oldest(this.at('free'))
    if (n > 0 ? this.has() + n > this.max : free.length < -n) return false
    const coins = n > 0 ? this.mint(n, this.lastDayOf(day)) : this.move(free.slice(0, -n), 'out')
    this.done.set(id, { kind: 'adjust', coins, gain: n, owes: 0, day })
    return true
  }

  reverse(id: string, day: string): boolean {
    const was = this.done.get(id)
    if (!was || this.done.has(`reverse:${id}`) || this.daysApart(was.day, day) > this.reverseDays) return false
    if (was.kind === 'reverse' && was.refers?.startsWith('reverse:')) return false
    const back: Done = { kind: 'reverse', coins: [], gain: -was.gain, owes: 0, day, refers: id }
    if (was.gain > 0) {
      const own = was.coins[0]?.lot
      const free = this.oldest(this.at('free')).sort((a, b) => Number(b.lot === own) - Number(a.lot === own))
      back.coins = this.move(free.slice(0, was.coins.length), 'out')
      back.owes = was.gain - back.coins.length
    } else {
      back.owes = -Math.min(this.owed, was.owes)
      back.coins = [...this.move(was.coins, 'free'), ...this.mint(was.owes + back.owes, this.lastDayOf(day))]
    }
    this.owed += back.owes
    this.done.set(`reverse:${id}`, back)
    return true
  }
}
