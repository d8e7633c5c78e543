import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const DIALECT = [
  { selector: 'FunctionDeclaration[generator=false]', message: 'Write an arrow function: const f = () => …' },
  {
    selector: ':not(MethodDefinition, Property) > FunctionExpression[generator=false]',
    message: 'Write an arrow function: () => …'
  },
  { selector: 'PrivateIdentifier', message: 'Write `private`, not `#`.' }
]

export default tseslint.config(
  { ignores: ['dist', 'build', '.tap', 'node_modules', 'examples'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-params': ['error', { max: 4 }],
      'max-len': [
        'error',
        {
          code: 120,
          comments: 120,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true
        }
      ],
      complexity: ['error', 15],
      // One dialect: arrow functions (a generator is a `function*`), `private` and not `#private`.
      'prefer-arrow-callback': 'error',
      'no-restricted-syntax': ['error', ...DIALECT],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An index that is known to be in range is marked with `!`; typed arrays are read in every hot loop.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error'
    }
  },
  { files: ['**/*.js', '**/*.cjs', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['page/**'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...[
            'AbortController',
            'CSS',
            'DOMParser',
            'HTMLInputElement',
            'Intl',
            'SVGElement',
            'URL',
            'URLSearchParams'
          ],
          ...['addEventListener', 'clearTimeout', 'document', 'fetch', 'history', 'location', 'matchMedia'],
          ...['innerWidth', 'navigator', 'scrollTo', 'setTimeout']
        ].map((name) => [name, 'readonly'])
      )
    }
  },
  {
    files: ['test/**'],
    rules: { 'max-lines': ['error', { max: 400 }], '@typescript-eslint/no-floating-promises': 'off' }
  }
)
