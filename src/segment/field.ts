/** A part of an article whose words are indexed. */
export type Field = 'title' | 'text'
