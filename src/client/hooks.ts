import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf, OutputOf } from '@/shared/kernel/capability'
import { call, type CallError } from './call'
import { makeRequestId } from './request-id'

type QueryName = { [N in CapabilityName]: ContractOf<N>['kind'] extends 'query' ? N : never }[CapabilityName]
type CommandName = Exclude<CapabilityName, QueryName>

/** Domains whose answers change with another's commands: what is set aside moves points, and a correction what one can have. */
const alsoAsked: Readonly<Record<string, string>> = { redemptions: 'lovebank', lovebank: 'redemptions' }

interface Options {
  /** False holds the question back, e.g. until an input is known. */
  enabled?: boolean
  /** For answers that hardly ever change within a visit. */
  staleMinutes?: number
}

/** Asks a question and keeps its answer; asks again when the page comes back into view and the answer is old. */
export const useCapability = <N extends QueryName>(name: N, input: InputOf<ContractOf<N>>, options: Options = {}) => {
  const query = useQuery<OutputOf<ContractOf<N>>, CallError>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.staleMinutes === undefined ? {} : { staleTime: options.staleMinutes * 60_000 }),
  })
  useDidShow(() => {
    if (query.isStale && !query.isFetching && (options.enabled ?? true)) void query.refetch()
  })
  return query
}

type PagedName = {
  [N in QueryName]: OutputOf<ContractOf<N>> extends { next?: string | undefined } ? N : never
}[QueryName]

/** A list that is read a page at a time; `rows` of all pages are for the page to join. */
export const usePages = <N extends PagedName>(
  name: N,
  input: Omit<InputOf<ContractOf<N>>, 'cursor'>,
  options: Options = {},
) => {
  const query = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam }) => call(name, { ...input, cursor: pageParam } as InputOf<ContractOf<N>>),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as { next?: string | undefined }).next,
    enabled: options.enabled ?? true,
  })
  useDidShow(() => {
    if (query.isStale && !query.isFetching && (options.enabled ?? true)) void query.refetch()
  })
  return query
}

/**
 * Does something once. A failure of the way keeps the request id, so that pressing again after a lost answer cannot do it
 * twice; changed input or an answer starts a new one. Afterwards every answer about the same domain is asked anew. `onDone` is told
 * even when the form was closed meanwhile; what `mutate` is given to call is not.
 */
export const useCommand = <N extends CommandName>(name: N, onDone?: () => void) => {
  const client = useQueryClient()
  const pending = useRef<{ id: string; input: string } | null>(null)
  return useMutation<OutputOf<ContractOf<N>>, CallError, InputOf<ContractOf<N>>>({
    mutationFn: (input) => {
      const text = JSON.stringify(input)
      if (pending.current?.input !== text) pending.current = { id: makeRequestId(), input: text }
      return call(name, input, pending.current.id)
    },
    onSuccess: () => onDone?.(),
    onSettled: (_answer, error) => {
      if (!error?.isTransient) pending.current = null
      const domain = name.split('.')[0]!
      void client.invalidateQueries({
        predicate: ({ queryKey: [asked] }) =>
          typeof asked === 'string' &&
          (asked.startsWith(`${domain}.`) ||
            asked.startsWith(`${alsoAsked[domain]}.`) ||
            asked.startsWith('notices.') ||
            asked === 'session.getMe'),
      })
    },
  })
}
