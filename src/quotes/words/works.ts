const WORK =
  /(?:rapporten|planen|tallene|tala|loven|lova|tiltalen|siktelsen|siktinga|undersøkelsen|undersøkinga|avtalen|studien|dommen|meldingen|meldinga|programmet|oversikten|statistikken|analysen|prognosen|boken|boka|artikkelen|regelverket|forskriften|forskrifta|kontrakten|dokumentene|dokumenta|målingen|målinga|strategien|vedtaket|notatet|budsjettet|teorien|utsagnet|skriftet|tradisjonen|reglene|reglane|legenden|ryktene|rykta|sagaen|historien|lovverket|filmen|romanen|serien|albumet|singelen|singlen|låten|låta|spillet|spelet|teksten|plakaten|diktet|stykket|forestillingen|førestillinga|novellen|novella|platen|plata|sangen|songen|brevet|skiltet)$/u

/**
 * Documents and works, in definite form: what they say is their content, not speech. `rapporten`, `evalueringsrapporten`, `filmen`
 */
export const isWork = (word: string): boolean => WORK.test(word)
