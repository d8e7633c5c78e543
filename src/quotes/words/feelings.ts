/** How somebody may feel about what others say or do. */
const FEELING =
  /^(?:u?enige?|ueinig|einig|samd|skeptiske?|kritiske?|positive?|negative?|bekymre[dt]e?|bekymra|uroa|skuff(?:et|a)|(?:mis)?fornøyde?|misnøgd|nøgd|glade?|lei|sinte?|rasende|rasande|overraske?[ta]|impon(?:ert|erte)|lette[dt]|letta|sjokkert|provosert|oppgitt|oppgjeven|frustrert|stolte?|trygg|sikker|klare?|redd|forbanna|forbannet|urolig|uroleg|spent|takknemlig|takksam|opprørt|forundret|forundra)$/u

/** `uenig`, `overraska` */
export const isFeeling = (word: string): boolean => FEELING.test(word)
