/** How many letters may be wrong in a word of this length; in a short one every letter counts. */
const slipsIn = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * The known word that was most probably meant: by the fewest letters that are wrong, missing, too many or swapped with
 * their neighbour. Of a known word that is longer only its beginning counts, because a search is typed from the left.
 */
export function nearestWord(typed: string, known: Iterable<string>): string {
  let [best, fewest] = [typed, slipsIn(typed) + 1];
  for (const word of known) {
    if (word[0] !== typed[0] || word.length < typed.length - 2) continue;
    const slips = Math.min(
      ...[-1, 0, 1].map((more) => distance(typed, word.slice(0, typed.length + more), fewest + 1)),
    );
    // Of two that are as near the shorter, which often begins the longer: `attack` finds `attacks` too.
    const isShorter = slips === fewest && best !== typed && word.length < best.length;
    if (slips < fewest || isShorter) [best, fewest] = [word, slips];
  }
  return best;
}

/** Damerau and Levenshtein's distance with neighbours swapped once (optimal string alignment), or `limit`. */
function distance(left: string, right: string, limit: number): number {
  let [before, above]: [number[], number[]] = [[], Array.from({ length: right.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= left.length; row++) {
    const line = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      line[column] = Math.min(
        (above[column] ?? limit) + 1,
        (line[column - 1] ?? limit) + 1,
        (above[column - 1] ?? limit) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? limit) + 1 : limit,
      );
    }
    if (Math.min(...line) >= limit) return limit;
    [before, above] = [above, line];
  }
  return above[right.length] ?? limit;
}
