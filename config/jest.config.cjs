const path = require('node:path')

const root = path.resolve(__dirname, '..')

/** Packages that ship modern modules only and so are compiled for the tests. */
const modern = [
  'zod',
  'bson',
  'which-polygon',
  'flatbush',
  'flatqueue',
  'rbush',
  'quickselect',
  'lineclip',
  '@tanstack',
  'zustand',
  'qr',
]

const common = {
  rootDir: root,
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2021',
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modern.join('|')})/)`, '/dist/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node', 'h5.ts', 'h5.tsx'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1', '^@cloud/(.*)$': '<rootDir>/cloudfunctions/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
}

const project = (displayName, folders, more = {}) => ({
  ...common,
  displayName,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}`),
  ...more,
})

/** One project a kind of ground: pure rules, the server on the local cloud, the compiled mini-program, a real browser. */
module.exports = {
  rootDir: root,
  maxWorkers: 2,
  projects: [
    project('pure', [
      '*.test.ts',
      'domain/**/*.test.ts',
      'sample/**/*.test.ts',
      'client/**/*.test.ts',
      'web/**/*.test.ts',
    ]),
    project('functions', [
      'capabilities/**/*.test.ts',
      'store/**/*.test.ts',
      'runtime/**/*.test.ts',
      'jobs/**/*.test.ts',
      'adapters/**/*.test.ts',
    ]),
    project('emulator', ['emulator/**/*.test.ts']),
    project('weapp', ['weapp/**/*.test.ts'], {
      testEnvironment: 'jsdom',
      transform: {
        'j-component[\\/]src[\\/]render[\\/]diff\\.js$': path.join(root, 'test/support/j-component-diff.cjs'),
        ...common.transform,
      },
      transformIgnorePatterns: ['/node_modules/(?!j-component/)', '/dist/'],
    }),
    project('h5', ['journeys/**/*.test.ts']),
  ],
}
