import { z } from 'zod'

/**
 * An answer that is lines of JSON: text to the documents, which name the schema of a line; a stream to the handler.
 *
 * @param line the name of the schema
 */
export const linesOf = (line: string, example: object) =>
  z.unknown().meta({
    type: 'string',
    description: `Lines, each a \`${line}\`.`,
    contentMediaType: 'application/x-ndjson',
    contentSchema: { $ref: `#/components/schemas/${line}` },
    examples: [`${JSON.stringify(example)}\n`]
  })
