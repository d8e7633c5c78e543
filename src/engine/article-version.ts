export { versionOf } from '../segment/article-version.js'
