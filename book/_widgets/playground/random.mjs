// Random numbers that a seed decides, so that an address can bring back every point and weight.

/** Mix whole numbers into one of 32 bits, every bit of which depends on every bit of theirs. */
function mixed(numbers) {
  let hash = 0x9e3779b9;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** A source of numbers in [0, 1): the generator "mulberry32", one stream for each list of whole numbers. */
export function stream(...numbers) {
  let state = mixed(numbers);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number from the normal distribution of mean 0 and standard deviation 1 (Box and Muller). */
export function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The numbers 0 to count − 1 in random order (Fisher and Yates). */
export function shuffled(count, random) {
  const order = Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k -= 1) {
    const other = Math.floor(random() * (k + 1));
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}
