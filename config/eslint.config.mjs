import tseslint from 'typescript-eslint'

/** Where the outside world may be touched: the clock, chance and the console live here and nowhere else. */
const edges = [
  'cloudfunctions/adapters/**',
  'cloudfunctions/{api,jobs,web}/index.ts',
  'cloudfunctions/runtime/log.ts',
  'cloudfunctions/web/open311.ts',
]

const noClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the instant from the caller.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the instant from the caller.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Take chance from the caller.' },
]

export default tseslint.config(
  { ignores: ['**/node_modules/**', 'dist/**', 'test/output/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname + '/..' } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['src/shared/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...noClock], 'no-console': 'error' } },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: edges,
    rules: { 'no-restricted-syntax': ['error', ...noClock], 'no-console': 'error' },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  {
    // What was compiled is loaded anew for each run, which only require can do.
    files: ['**/*.{js,cjs,mjs}', 'test/support/simulate*.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
