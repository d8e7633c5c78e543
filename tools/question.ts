/** A question of NorQuAD. */
export interface Question {
  readonly articleId: string
  readonly question: string
  readonly answer: { readonly text: string }
}
