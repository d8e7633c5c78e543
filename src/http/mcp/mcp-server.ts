import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { EngineError } from '../../engine/engine.js'
import { version } from '../../version.js'
import { INTERNAL_ERROR } from '../plugins/error-handler.js'
import { ARTICLE_TOOLS } from './article-tools.js'
import { NAME_TOOLS } from './name-tools.js'
import type { Ask, Tool } from './tool.js'

const INSTRUCTIONS =
  'Searches a collection of Norwegian news. `search` and `snippets` find articles and passages; `article` reads one; `entity` ' +
  'gives ids of names, which filters and `quotes` take; `speakers`, `quotes` and `timeline` tell who says what, and when.'

const resultOf = (answer: Record<string, unknown>): CallToolResult => {
  const text = JSON.stringify(answer)
  return {
    content: [{ type: 'text', text }],
    structuredContent: JSON.parse(text) as Record<string, unknown>
  }
}

const refusalOf = (text: string): CallToolResult => ({ isError: true, content: [{ type: 'text', text }] })

/**
 * The tools of the service for one request of the Model Context Protocol; all of them only read.
 *
 * @param fail takes what is not the asker's fault
 */
export const createMcpServer = (ask: Ask, fail: (error: unknown) => void): McpServer => {
  const server = new McpServer(
    { name: 'nyhetssok', title: 'Nyhetssøk', version },
    { instructions: INSTRUCTIONS }
  )
  const answer = async (tool: Tool, input: unknown): Promise<CallToolResult> => {
    try {
      return resultOf(await tool.answer(ask, input as never))
    } catch (error) {
      if (error instanceof EngineError) return refusalOf(error.message)
      fail(error)
      return refusalOf(INTERNAL_ERROR)
    }
  }
  for (const tool of [...ARTICLE_TOOLS, ...NAME_TOOLS])
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: tool.input,
        annotations: { readOnlyHint: true, openWorldHint: false }
      },
      (input: unknown) => answer(tool, input)
    )
  return server
}
