// How good is a ranking, and is one better than another? nDCG (Järvelin & Kekäläinen 2002), and a paired randomisation
// test of it (Smucker, Allan & Carterette 2007).

export const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

/** The value below which the given share of the numbers is. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** The nDCG of the first ten items of a ranking; `grades` are those of the relevant texts. */
export function ndcg10(ranking, grades) {
  const gain = (grade, at) => grade / Math.log2(at + 2);
  const found = [...new Set(ranking)].slice(0, 10).map((id, at) => gain(grades.get(id) ?? 0, at));
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, 10).map(gain);
  const sum = (gains) => gains.reduce((all, one) => all + one, 0);
  return sum(best) ? sum(found) / sum(best) : 0;
}

/** The two-sided probability that two lists of figures for the same queries differ this much by chance, from 10,000 rounds. */
export function chance(ours, theirs) {
  const differences = ours.map((figure, at) => figure - theirs[at]);
  const seen = Math.abs(mean(differences));
  let state = 7;
  let large = 0;
  const rounds = 10_000;
  for (let round = 0; round < rounds; round += 1) {
    let sum = 0;
    for (const difference of differences) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      sum += state >>> 31 ? difference : -difference;
    }
    if (Math.abs(sum / differences.length) >= seen - 1e-12) large += 1;
  }
  return large / rounds;
}
