import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import accessible from 'eslint-plugin-lit-a11y';
import { configs as typed } from 'typescript-eslint';
import { defineConfig } from 'eslint/config';

export default defineConfig(
  { ignores: ['**/generated/**', '**/node_modules/**'] },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, typed.strictTypeChecked, lit['flat/recommended'], accessible.configs.recommended],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // () => this.send() is how a listener is written here.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Lit binds a listener to its element.
      '@typescript-eslint/unbound-method': 'off',
      // Texts are counted as people count them, by code points.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A space of full width is Japanese, not a slip.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true }],
    },
  }
);
