import t from 'tap'

/** The nodes that OPENSEARCH_URL names; where it names none, the tests of the file are skipped. */
export const clusterUrls = (): readonly string[] => {
  const { OPENSEARCH_URL: url = '' } = process.env
  if (url === '') {
    t.plan(0, 'no OpenSearch runs: npm run test:opensearch starts one')
    process.exit()
  }
  return url.split(',')
}
