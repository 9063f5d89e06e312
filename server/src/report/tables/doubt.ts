/** Why a table that is there cannot be read for certain: nothing in it is then judged. */
export type Doubt =
  /** Its columns stand one after the other, figures apart from their labels. */
  | 'torn'
  /** Figures of several cells run together: 规章000. */
  | 'glued'
  /** Names and figures in sentences or a list, or in a notation of programs. */
  | 'list'
  /** Rows and columns have changed places. */
  | 'transposed'
  /** The heads over its figures are not the form's. */
  | 'foreign';
