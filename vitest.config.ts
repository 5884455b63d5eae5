import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], timeout: number) => ({
  extends: true as const,
  test: {
    name,
    include,
    testTimeout: timeout,
    // A hook builds the client and starts the service: on a cold machine under load that is most of the work.
    hookTimeout: Math.max(timeout, 180_000),
    // A page is asked until it says what it should: its words may come a moment after its heading.
    expect: { poll: { timeout: 30_000 } },
  },
})

/** One run, fast suites first; the machine has few cores, so files of one suite share two workers. */
export default defineConfig({
  test: {
    globalSetup: 'test/src/support/global-setup.ts',
    maxWorkers: 2,
    projects: [
      project('rules', ['test/src/shared/**/*.test.ts', 'test/src/client/**/*.test.ts'], 60_000),
      project('structure', ['test/src/structure/**/*.test.ts'], 180_000),
      project('database', ['test/src/db/**/*.test.ts'], 180_000),
      project('api', ['test/src/api/**/*.test.ts'], 180_000),
      project('journeys', ['test/src/journeys/**/*.test.ts'], 240_000),
    ],
  },
})
