import { childReportersMax, neighboursOf, withChild, withoutChild } from '@/shared/domain/issues/merged'
import { issueIn } from './people'

const child = (reporterId: string, childReporterIds: string[] = []) => ({ reporterId, childReporterIds })

test('a merge brings the reporter and everybody merged before, and undoing it takes them away again', () => {
  const parent = withChild(issueIn('handling', { childReporterIds: ['a'] }), child('b', ['c']))
  expect(parent.childReporterIds).toEqual(['a', 'b', 'c'])
  expect(withoutChild(parent, child('b', ['c'])).childReporterIds).toEqual(['a'])
})

test('who reported twice stays while one of theirs is still merged', () => {
  const twice = withChild(withChild(issueIn('handling'), child('a')), child('a'))
  expect(neighboursOf(twice)).toEqual(['a'])
  expect(neighboursOf(withoutChild(twice, child('a')))).toEqual(['a'])
  expect(neighboursOf(withoutChild(withoutChild(twice, child('a')), child('a')))).toEqual([])
})

test('no more are remembered than the bound, and whoever is not remembered leaves nobody else out', () => {
  const many = Array.from({ length: childReportersMax + 5 }, (_, at) => child(`p-${at}`))
  const full = many.reduce(withChild, issueIn('handling'))
  expect(full.childReporterIds).toHaveLength(childReportersMax)
  expect(withoutChild(full, child(`p-${childReportersMax + 1}`)).childReporterIds).toEqual(full.childReporterIds)
})
