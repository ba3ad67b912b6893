import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The first test of a file loads the parser and every model.
    testTimeout: 30_000,
  },
});
