/**
 * The counts of a tap run, from the summary that ends its output: `# { total: 8, pass: 3, fail: 2, todo: 1, skip: 2 }`.
 * A run that broke off (no summary, a test file that was killed) or had no test at all has failed at least once.
 */
export const testCounts = (tap, ok) => {
  const summary = tap.slice(Math.max(0, tap.lastIndexOf('\n# {')))
  const count = (word) => Number(new RegExp(`\\b${word}: (\\d+)`).exec(summary)?.[1] ?? 0)
  const passed = count('pass')
  const broken = !ok || passed === 0
  return { passed, failed: Math.max(count('fail'), +broken), skipped: count('skip') + count('todo') }
}
